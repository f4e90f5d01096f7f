// The pictures of README.md. From the root of the project, once for each theme:
//   node scripts/screenshot.mjs docs/images/shots.mjs --theme 'Dark Modern'
//   node scripts/screenshot.mjs docs/images/shots.mjs --theme 'Light Modern'
// They are written beside this file, as `agents-dark.png`, `agents-light.png` and so on.
import { join } from 'node:path';

const suffix = process.argv.some(argument => argument.startsWith('Light')) ? 'light' : 'dark';

/** The whole window, or a part of it in CSS pixels. */
const shot = (name, clip) => async page => {
  await page.waitForTimeout(600);
  const path = join(import.meta.dirname, `${name}-${suffix}.png`);
  await page.screenshot({ path, ...(clip && { clip }) });
  console.log(path);
};

const treeRow = (page, text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
const expand = text => page => treeRow(page, text).locator('.monaco-tl-twistie').click();

/** Where no tip of the workbench shows: the blank end of the status bar. */
const away = page => page.mouse.move(620, 710);

/** The editor without the side bar and the tabs. */
const editor = { x: 352, y: 36, width: 848, height: 440 };

export default [
  { view: 'Agentwright' },
  { wait: '.sidebar .monaco-list-row' },

  // An agent with findings, the trees and the Problems panel.
  { open: '.claude/agents/core/developer.md' },
  { wait: '.squiggly-warning' },
  expand('developer'),
  { press: 'Control+Shift+M', wait: '.panel .monaco-list-row' },
  { click: '.view-line' },
  away,
  { pause: 1000 },
  shot('agents'),
  { press: 'Control+j' },

  // What the Quick Fix menu offers for a skill that does not exist.
  { goto: '22:8', quickFix: 'Change to' },
  away,
  shot('quick-fix', { ...editor, y: 60, height: 380 }),
  { press: 'Escape' },

  // Completion of the skills that this agent does not have yet, with what each is for.
  { open: '.claude/agents/domain/data-engineer.md' },
  { goto: '24' },
  { press: 'End' },
  { press: 'Enter' },
  { type: '- ' },
  { pause: 500 },
  { complete: true },
  { press: 'Control+Space' },
  away,
  { pause: 500 },
  shot('completion', { ...editor, y: 60, height: 460 }),
  { press: 'Escape' },
  { press: 'Escape' },

  // What is known of a skill, and what becomes of an agent.
  { open: '.claude/agents/domain/ml-engineer.md' },
  away,
  { pause: 600, hover: 'verification-before-completion' },
  shot('hover', { ...editor, y: 330, height: 270 }),
  { press: 'Escape' },
  { open: '.claude/agents/specialized/release-manager.md' },
  away,
  { pause: 600, hover: '---' },
  shot('verdict', { ...editor, height: 300 }),
  { press: 'Escape' },

  // The skills, and who uses them.
  { open: '.claude/skills/verification-before-completion/SKILL.md' },
  { click: '.sidebar .pane-header[aria-label^="Agents"]' },
  { pause: 800 },
  expand('task-management-protocol'),
  away,
  shot('skills'),
];
