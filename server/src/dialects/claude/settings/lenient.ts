// Which settings may hold anything: of all others one bad value makes Claude Code drop the whole file.
import type { Field } from '../../dialect';
import { strict } from '../strict';

/** Settings of which a bad value is passed over, and the rest of the file counts. Observed with 2.1.330 on 24 November 2026:
 * of 277 files with one bad value each, those with the other settings were dropped, without a message in a run with `-p`. */
const passedOver: ReadonlySet<string> = new Set([
  'policyHelper', 'attributionProjectPolicy', 'availableModelsMatch', 'deniedModels', 'modelPicker', 'modelPricing',
  'managedMcpServers', 'allowedMcpServers', 'deniedMcpServers', 'hooks', 'bashOutputMaxChars', 'taskOutputMaxChars',
  'desktopMcpServersListScope', 'strictPluginOnlyCustomization', 'footerLinksRegexes', 'subagentStatusLine',
  'prependPlugins', 'appendPlugins', 'extraKnownMarketplaces', 'additionalMarketplaces', 'forceLoginMethod',
  'forceLoginGatewayUrl', 'gatewayInternalNetworks', 'allowedProviders', 'viewMode', 'spinnerTipsOverride',
  'maxProseWidth', 'spellcheck', 'promptCacheTtl', 'subagentPromptCacheTtl', 'effortLevel', 'maxEffortLevel',
  'modelSettings', 'ultracode', 'autoCompactWindow', 'askUserQuestionTimeout', 'dialogExpiry', 'sshHostCommands',
  'theme', 'editorMode', 'keybindingFlavor', 'vimInsertModeRemaps', 'preferredNotifChannel', 'teammateMode',
  'crossSessionInbound',
]); // prettier-ignore

/** And below settings that are strict otherwise. */
const passedOverBelow: ReadonlySet<string> = new Set([
  'bgIsolation', 'location', 'refreshInterval', 'bwrapPath', 'socatPath',
]); // prettier-ignore

/** Settings of which `null` is passed over, and no other bad value. Observed, as the rest below, with 2.1.330 on 30 November 2026:
 * 1,126 files with one odd value each. */
const nullable: ReadonlySet<string> = new Set([
  'disableAutoMode', 'useAutoModeDuringPlan', 'skipDangerousModePermissionPrompt', 'skipAutoPermissionPrompt',
  'allowManagedPermissionRulesOnly', 'skipWebFetchPreflight', 'enforceAvailableModels', 'fastModePerSessionOptIn',
  'allowManagedHooksOnly', 'enableAllProjectMcpServers', 'allowManagedMcpServersOnly', 'disableClaudeAiConnectors',
  'disableBundledSkills', 'disableSkillShellExecution', 'syncClaudeAiSkills', 'enableWorkflows', 'disableWorkflows',
  'strictKnownMarketplaces', 'allowedMarketplaces', 'blockedMarketplaces', 'disableCommandPluginSources',
  'disableSideloadFlags', 'syncClaudeAiPlugins', 'channelsEnabled', 'disableWindowsBashCommandSplit', 'autoUploadSessions',
  'feedbackDrafts', 'disableAgentView', 'disableRemoteControl', 'disableDeepLinkRegistration', 'remoteControlAtStartup',
  'isolatePeerMachines', 'autoContinueAtUsageLimit', 'enableArtifact', 'disableArtifact',
]); // prettier-ignore

/** Settings of which any value may stand under a key of one's own. */
const anythingBelow: ReadonlySet<string> = new Set(['env']);

export function asObserved(field: Field): Field {
  if (passedOver.has(field.key)) return field;
  const { type, ...rest } = throughout(strict(field));
  const known: Field = { ...rest, type, ...(nullable.has(field.key) && { nullable: true }) };
  if (type.is !== 'map') return known;
  const below = type.fields.map((each): Field =>
    passedOverBelow.has(each.key) ? { ...each, onInvalid: 'key-ignored' } : throughout(each),
  );
  return { ...known, type: { ...type, fields: below } };
}

const throughout = (field: Field): Field =>
  field.type.is === 'map' && !anythingBelow.has(field.key) ? { ...field, onInvalidBelow: 'file-dropped' } : field;
