// The settings of a fresh profile: quiet, offline, and the same in a browser as on a desktop.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const quiet = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  // The AI features start a process of their own and double the time to start.
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // A browser workbench saves after a delay unless told otherwise; tests would change their files on disk.
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'security.workspace.trust.enabled': false,
};

/** Writes the settings into a user data folder; what is there already wins over ours, and `more` over both. */
export function writeSettings(userData, more = {}) {
  const file = join(userData, 'User/settings.json');
  const own = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...quiet, ...own, ...more }, null, 2));
}
