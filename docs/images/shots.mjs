// The pictures of README.md. From the root of the project, once for each theme:
//   node scripts/screenshot.mjs docs/images/shots.mjs --theme 'Dark Modern'
//   node scripts/screenshot.mjs docs/images/shots.mjs --theme 'Light Modern'
// With `--folder` and a checkout of agent-studio, the pictures of that repository are taken instead. They are written
// beside this file, as `agents-dark.png`, `agents-light.png` and so on.
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

/** Where no tip of the workbench shows: the blank part of the status bar. */
const away = page => page.mouse.move(620, 710);

/** The editor without the side bar; a step gives top and height. */
const editor = { x: 352, width: 848 };

const example = [
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
  shot('quick-fix', { ...editor, y: 240, height: 310 }),
  { press: 'Escape' },

  // What is known of a skill, and what becomes of an agent.
  { open: '.claude/agents/domain/ml-engineer.md' },
  away,
  { pause: 600, hover: 'verification-before-completion' },
  shot('hover', { ...editor, y: 380, height: 240 }),
  { press: 'Escape' },
  { open: '.claude/agents/specialized/release-manager.md' },
  { wait: '.squiggly-error' },
  away,
  { pause: 600, hover: '---' },
  shot('verdict', { ...editor, y: 36, height: 240 }),
  { press: 'Escape' },

  // The skills, and who uses them.
  { open: '.claude/skills/task-management-protocol/SKILL.md' },
  { click: '.sidebar .pane-header[aria-label^="Agents"]' },
  { pause: 800 },
  expand('task-management-protocol'),
  expand('data-contracts'),
  away,
  shot('skills', { x: 0, y: 0, width: 900, height: 540 }),
  { click: '.sidebar .pane-header[aria-label^="Agents"]' },

  // Completion of the skills that this agent does not have yet, with what each is for. The card needs the whole width.
  { open: '.claude/agents/domain/data-engineer.md' },
  away,
  { command: 'View: Toggle Primary Side Bar Visibility' },
  { goto: '24', press: 'End' },
  { press: 'Enter' },
  { type: '- ', wait: '.suggest-widget.visible .monaco-list-row' },
  { press: 'ArrowDown', pause: 800 },
  { press: 'Control+Space', wait: '.suggest-details' },
  away,
  { pause: 1000 },
  shot('completion', { x: 48, y: 240, width: 900, height: 380 }),
  { press: 'Escape' },
];

const agentStudio = [
  { view: 'Agentwright' },
  { open: '.claude/agents/domain/ai-ml-specialist.md' },
  { wait: '.squiggly-info' },
  { press: 'Control+Shift+M', wait: '.panel .monaco-list-row' },
  page => page.locator('.panel input').first().fill('ai-ml-specialist.md'),
  { click: '.view-line' },
  { goto: '505', wait: '.squiggly-warning' },
  away,
  { pause: 4000 },
  shot('seed'),
];

export default process.argv.includes('--folder') ? agentStudio : example;
