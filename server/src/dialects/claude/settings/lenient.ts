// Which settings may hold anything: of all others one bad value makes Claude Code drop the whole file.
import type { Field } from '../../dialect';
import { strict } from '../strict';

/** Settings of which a bad value is passed over, and the rest of the file counts. Observed with 2.1.330 on 24 November 2026:
 * of 277 files with one bad value each, those with the other settings were dropped, without a word in a run with `-p`. */
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
const passedOverBelow: ReadonlySet<string> = new Set(['bgIsolation', 'location', 'refreshInterval']);

export function asObserved(field: Field): Field {
  if (passedOver.has(field.key)) return field;
  const { type, ...rest } = strict(field);
  if (type.is !== 'map') return { ...rest, type };
  const below = type.fields.map((each): Field =>
    passedOverBelow.has(each.key) ? { ...each, onInvalid: 'key-ignored' } : each,
  );
  return { ...rest, type: { ...type, fields: below } };
}
