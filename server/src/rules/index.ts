// Every rule, once. A new rule is one new file and one line here.
import lostBackslash from './lost-backslash';
import lostDollar from './lost-dollar';
import lostSlash from './lost-slash';
import type { Rule } from './rule';
import shellBlank from './shell-blank';
import unreadFile from './unread-file';
import frontMatter from './front-matter';
import secondFrontMatter from './second-front-matter';
import invalidYaml from './invalid-yaml';
import invalidJson from './invalid-json';
import jsonRoot from './json-root';
import mergeMarks from './merge-marks';
import strayMergeMark from './stray-merge-mark';
import strayKey from './stray-key';
import swallowedItem from './swallowed-item';
import unpairedMark from './unpaired-mark';
import brokenLink from './broken-link';
import unpairedCode from './unpaired-code';
import unpairedBold from './unpaired-bold';
import brokenComment from './broken-comment';
import chatMark from './chat-mark';
import escapedMark from './escaped-mark';
import exchangedValues from './exchanged-values';
import lostBreak from './lost-break';
import lostHooks from './lost-hooks';
import answerLine from './answer-line';
import paddedText from './padded-text';
import reservedName from './reserved-name';
import pastedLine from './pasted-line';
import printBullet from './print-bullet';
import toolOutput from './tool-output';
import unpairedTag from './unpaired-tag';
import unevenRow from './uneven-row';
import tornTable from './torn-table';
import blankAfterBackslash from './blank-after-backslash';
import brokenProgram from './broken-program';
import brokenSample from './broken-sample';
import codeBehindLanguage from './code-behind-language';
import misspeltLanguage from './misspelt-language';
import listNumber from './list-number';
import changedCode from './changed-code';
import doubledBlock from './doubled-block';
import doubledLine from './doubled-line';
import pathNotation from './path-notation';
import doubledMark from './doubled-mark';
import doubledWord from './doubled-word';
import brokenBox from './broken-box';
import unpairedBrace from './unpaired-brace';
import misspeltTool from './misspelt-tool';
import brokenHeading from './broken-heading';
import brokenTable from './broken-table';
import linkTarget from './link-target';
import gluedMark from './glued-mark';
import misspeltArgument from './misspelt-argument';
import misspeltAddress from './misspelt-address';
import misspeltCommand from './misspelt-command';
import misspeltInput from './misspelt-input';
import blockMark from './block-mark';
import doubledLineEnds from './doubled-line-ends';
import brokenCall from './broken-call';
import misspeltVariable from './misspelt-variable';
import misspeltName from './misspelt-name';
import misspeltPath from './misspelt-path';
import invalidInput from './invalid-input';
import missingInput from './missing-input';
import doubledInput from './doubled-input';
import namelessInput from './nameless-input';
import misspeltCall from './misspelt-call';
import unsetVariable from './unset-variable';
import emptyKey from './empty-key';
import encodedText from './encoded-text';
import missingField from './missing-field';
import wrongForm from './wrong-form';
import wrongRunner from './wrong-runner';
import invalidValue from './invalid-value';
import unknownField from './unknown-field';
import itemComma from './item-comma';
import componentFolder from './component-folder';
import misnamedFile from './misnamed-file';
import swallowedTitle from './swallowed-title';
import markedName from './marked-name';
import homePath from './home-path';
import listEntry from './list-entry';
import duplicateItem from './duplicate-item';
import duplicatePlugin from './duplicate-plugin';
import descriptionLength from './description-length';
import contradictingTool from './contradicting-tool';
import unfilledVariable from './unfilled-variable';
import unrunCommand from './unrun-command';
import unfilledField from './unfilled-field';
import emptyBody from './empty-body';
import scriptBackslash from './script-backslash';
import secret from './secret';
import serverTool from './server-tool';
import shadowedCommand from './shadowed-command';
import pluginMemory from './plugin-memory';
import ungrantedServerTool from './ungranted-server-tool';
import ungrantedShell from './ungranted-shell';
import ungrantedToldTool from './ungranted-told-tool';
import ungrantedTool from './ungranted-tool';
import ungrantedCommand from './ungranted-command';
import agentFileName from './agent-file-name';
import placeholderDescription from './placeholder-description';
import unwrittenPlace from './unwritten-place';
import duplicateName from './duplicate-name';
import hookEvent from './hook-event';
import hookHandler from './hook-handler';
import idleCommand from './idle-command';
import hookKeyPlace from './hook-key-place';
import stepNumber from './step-number';
import toolSpecifier from './tool-specifier';
import skillStart from './skill-start';
import underlinedText from './underlined-text';
import htmlEntity from './html-entity';
import manifestPath from './manifest-path';
import mcpServer from './mcp-server';
import missingScript from './missing-script';
import missingFile from './missing-file';
import uncalledSkill from './uncalled-skill';
import unlistedPlugin from './unlisted-plugin';
import unlistedSkill from './unlisted-skill';
import unknownSkill from './unknown-skill';
import notPreloadable from './not-preloadable';
import hookRunner from './hook-runner';
import pluginScript from './plugin-script';
import ignoredField from './ignored-field';
import skillPlace from './skill-place';
import pluginLayout from './plugin-layout';
import skillFolder from './skill-folder';
import unavailableTool from './unavailable-tool';
import unusedTool from './unused-tool';
import noTools from './no-tools';
import permissionRule from './permission-rule';
import unknownOutputStyle from './unknown-output-style';
import unknownServer from './unknown-server';
import unknownTool from './unknown-tool';
import deadLink from './dead-link';
import machineLink from './machine-link';
import missingBundledFile from './missing-bundled-file';
import missingImport from './missing-import';
import brokenImport from './broken-import';
import importChain from './import-chain';
import deadAnchor from './dead-anchor';
import deadHeading from './dead-heading';
import unclosedFence from './unclosed-fence';
import unclosedQuote from './unclosed-quote';
import invisibleCharacter from './invisible-character';
import replacementCharacter from './replacement-character';
import mojibake from './mojibake';
import unknownPluginName from './unknown-plugin-name';
import unknownRule from './unknown-rule';
import unreadSchema from './unread-schema';
import unusedSuppression from './unused-suppression';
import cutDescription from './cut-description';
import unknownAgent from './unknown-agent';
import argumentNumber from './argument-number';
import alikeDescriptions from './alike-descriptions';
import longBody from './long-body';
import misspeltField from './misspelt-field';
import missingFootnote from './missing-footnote';
import missingAgent from './missing-agent';
import missingSkill from './missing-skill';
import missingStep from './missing-step';
import unreferencedSkill from './unreferenced-skill';
import unusualField from './unusual-field';
import unusualForm from './unusual-form';
import unusualOrder from './unusual-order';
import unusualSection from './unusual-section';

export const rules: readonly Rule[] = [
  unreadFile,
  frontMatter,
  secondFrontMatter,
  strayKey,
  invalidYaml,
  swallowedItem,
  unpairedMark,
  invalidJson,
  jsonRoot,
  mergeMarks,
  strayMergeMark,
  missingField,
  emptyKey,
  wrongForm,
  invalidValue,
  unknownField,
  componentFolder,
  misnamedFile,
  swallowedTitle,
  markedName,
  homePath,
  itemComma,
  listEntry,
  duplicateItem,
  duplicatePlugin,
  descriptionLength,
  unknownTool,
  unknownServer,
  unknownOutputStyle,
  permissionRule,
  noTools,
  unavailableTool,
  unusedTool,
  contradictingTool,
  toolSpecifier,
  ignoredField,
  skillPlace,
  pluginLayout,
  pluginMemory,
  skillFolder,
  skillStart,
  notPreloadable,
  unknownSkill,
  unlistedPlugin,
  unlistedSkill,
  uncalledSkill,
  hookEvent,
  hookHandler,
  idleCommand,
  lostHooks,
  htmlEntity,
  manifestPath,
  mcpServer,
  missingScript,
  missingFile,
  agentFileName,
  placeholderDescription,
  unwrittenPlace,
  duplicateName,
  shadowedCommand,
  ungrantedTool,
  ungrantedToldTool,
  ungrantedServerTool,
  ungrantedShell,
  ungrantedCommand,
  deadLink,
  machineLink,
  brokenLink,
  linkTarget,
  gluedMark,
  brokenHeading,
  brokenTable,
  misspeltTool,
  unpairedBrace,
  brokenBox,
  listNumber,
  changedCode,
  doubledLine,
  doubledBlock,
  pathNotation,
  doubledMark,
  doubledWord,
  encodedText,
  missingFootnote,
  missingStep,
  stepNumber,
  underlinedText,
  misspeltLanguage,
  brokenProgram,
  brokenSample,
  codeBehindLanguage,
  paddedText,
  reservedName,
  blankAfterBackslash,
  lostBackslash,
  lostDollar,
  lostSlash,
  wrongRunner,
  shellBlank,
  unpairedTag,
  unevenRow,
  tornTable,
  unpairedCode,
  unpairedBold,
  brokenComment,
  chatMark,
  escapedMark,
  exchangedValues,
  lostBreak,
  answerLine,
  pastedLine,
  printBullet,
  toolOutput,
  missingBundledFile,
  missingImport,
  brokenImport,
  importChain,
  deadAnchor,
  deadHeading,
  unclosedFence,
  unclosedQuote,
  invisibleCharacter,
  replacementCharacter,
  mojibake,
  unknownRule,
  unreadSchema,
  unusedSuppression,
  cutDescription,
  unknownAgent,
  misspeltName,
  unknownPluginName,
  missingAgent,
  missingSkill,
  misspeltPath,
  argumentNumber,
  unfilledVariable,
  unrunCommand,
  unfilledField,
  emptyBody,
  misspeltArgument,
  misspeltAddress,
  misspeltCommand,
  misspeltVariable,
  misspeltInput,
  blockMark,
  doubledLineEnds,
  brokenCall,
  invalidInput,
  missingInput,
  doubledInput,
  namelessInput,
  misspeltCall,
  unsetVariable,
  hookRunner,
  pluginScript,
  hookKeyPlace,
  longBody,
  scriptBackslash,
  secret,
  serverTool,
  misspeltField,
  alikeDescriptions,
  unreferencedSkill,
  unusualField,
  unusualForm,
  unusualOrder,
  unusualSection,
];
