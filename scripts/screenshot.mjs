// Takes pictures of the extension at work: `node scripts/screenshot.mjs STEPS.mjs [options]`.
// STEPS.mjs exports an array by default: each step is an object with one key, an action below, or a function of the
// Playwright page. Options: --folder F (a copy is opened; examples/workspace), --theme 'Dark Modern', --size 1200x720,
// --scale 2, --out FOLDER for the pictures, --settings '{"json": true}'.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installExtension, startServer } from '../test/vscode-host/server.mjs';
import { build, ensurePackages, root } from './ensure.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: join(root, 'examples/workspace') },
    theme: { type: 'string', default: 'Dark Modern' },
    size: { type: 'string', default: '1200x720' },
    scale: { type: 'string', default: '2' },
    out: { type: 'string', default: '.' },
    settings: { type: 'string', default: '{}' },
  },
});

/** Keeps the picture to what matters: no map, no menus of the window, one font on every machine. */
const settings = {
  'workbench.colorTheme': options.theme,
  'window.autoDetectColorScheme': false,
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.lightbulb.enabled': 'on',
  'editor.fontFamily': 'DejaVu Sans Mono',
  ...JSON.parse(options.settings),
};

/** What a step may say. Each value is text, save where told. */
const actions = {
  /** Opens a file by its path or name in the folder. */
  async open(page, path) {
    await pick(page, 'Control+P', path, basename(path));
    await page.waitForSelector(`.tab.active[data-resource-name="${basename(path)}"]`);
  },
  /** `line:column`, or `line`. */
  async goto(page, place) {
    await page.keyboard.press('Control+G');
    await fill(page, `:${place}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
  },
  /** Rests the mouse on the first place in the editor that shows this text. */
  async hover(page, text) {
    const { x, y } = await middleOf(page, text);
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
    await page.waitForSelector('.monaco-hover-content:visible');
  },
  /** Types the text, then asks for completion; `true` types nothing. */
  async complete(page, text) {
    if (typeof text === 'string') await page.keyboard.type(text, { delay: 30 });
    await page.keyboard.press('Control+Space');
    await page.waitForSelector('.suggest-widget.visible .monaco-list-row');
  },
  /** Opens the menu of Quick Fixes at the cursor; text: once this one is in it. */
  async quickFix(page, text) {
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row', only(text)).first().waitFor();
  },
  /** Chooses from the open menu or list of completions. */
  async choose(page, text) {
    await page.locator('.action-widget .monaco-list-row, .suggest-widget .monaco-list-row', only(text)).first().click();
  },
  /** Shows a view by its name in the activity bar. */
  async view(page, name) {
    await page.locator(`.activitybar .action-label[aria-label^="${name}"]`).click();
  },
  /** Clicks a row of a tree in the side bar, or of the Problems panel. */
  async row(page, text) {
    await page.locator('.sidebar .monaco-list-row, .panel .monaco-list-row', only(text)).first().click();
  },
  /** Runs a command by its title. */
  async command(page, title) {
    await pick(page, 'F1', `>${title}`, title);
  },
  async type(page, text) {
    await page.keyboard.type(text, { delay: 30 });
  },
  async press(page, keys) {
    await page.keyboard.press(keys);
  },
  async click(page, selector) {
    await page.locator(selector).first().click();
  },
  async wait(page, selector) {
    await page.waitForSelector(selector);
  },
  /** Milliseconds, a number: for what shows no sign of its end, such as an animation. */
  async pause(page, milliseconds) {
    await page.waitForTimeout(milliseconds);
  },
  /** Writes the picture; the path is below --out. */
  async capture(page, path) {
    const file = resolve(options.out, path);
    mkdirSync(dirname(file), { recursive: true });
    await page.waitForTimeout(300);
    await page.screenshot({ path: file });
    console.log(file);
  },
};

process.exit(await main());

async function main() {
  if (positionals.length !== 1) {
    console.error('Name one module of steps: node scripts/screenshot.mjs STEPS.mjs');
    return 1;
  }
  ensurePackages();
  build();
  const { default: steps } = await import(pathToFileURL(resolve(positionals[0])).href);
  // It needs a package, which was perhaps not there when this script began.
  const { openBrowser } = await import('../test/vscode-host/browser.mjs');
  const temp = mkdtempSync(join(tmpdir(), 'agentwright-shots-'));
  process.on('exit', () => rmSync(temp, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

  const extensions = join(temp, 'extensions');
  installExtension(root, extensions);
  const workspace = join(temp, basename(resolve(options.folder)));
  cpSync(options.folder, workspace, { recursive: true });
  const server = await startServer({ extensions, settings });
  const [width, height] = options.size.split('x').map(Number);
  const browser = await openBrowser({ width, height, scale: Number(options.scale) });
  try {
    await browser.page.goto(server.url(workspace));
    await ready(browser.page);
    for (const [index, step] of steps.entries()) await take(browser.page, step, index);
    return 0;
  } catch (error) {
    const picture = join(tmpdir(), 'agentwright-screenshot-failure.png');
    await browser.page.screenshot({ path: picture });
    console.error(`${error.message}\nThe window at that time: ${picture}`);
    return 1;
  } finally {
    await browser.close();
    server.stop();
  }
}

async function ready(page) {
  for (const part of ['.part.statusbar', '.activitybar .action-label[aria-label^="Explorer"]']) {
    await page.waitForSelector(part, { timeout: 60_000 });
  }
  await page.waitForSelector('.explorer-folders-view .monaco-list-row');
}

async function take(page, step, index) {
  try {
    if (typeof step === 'function') return await step(page);
    for (const [name, value] of Object.entries(step)) {
      if (!Object.hasOwn(actions, name)) throw new Error(`there is no action "${name}"`);
      await actions[name](page, value);
    }
  } catch (error) {
    throw new Error(`Step ${index + 1} (${JSON.stringify(step) ?? 'function'}): ${error.message}`, { cause: error });
  }
}

/** Opens a quick input, fills it and takes the first row with this text. */
async function pick(page, key, query, text) {
  await page.keyboard.press(key);
  await fill(page, query);
  await page.locator('.quick-input-list .monaco-list-row', only(text)).first().click();
}

async function fill(page, text) {
  const input = page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(text);
}

/** Text in an editor is cut into spans by colour, and blanks are hard ones: the page finds the place itself. */
async function middleOf(page, text) {
  const place = page.locator('.editor-instance .view-line', { hasText: text.replaceAll(' ', '\u00a0') }).first();
  await place.waitFor();
  return place.evaluate((line, wanted) => {
    const nodes = document.createTreeWalker(line, 4);
    let start = line.textContent.replaceAll('\u00a0', ' ').indexOf(wanted) + Math.floor(wanted.length / 2);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (start < node.data.length) {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      }
      start -= node.data.length;
    }
    throw new Error(`"${wanted}" is not in the line`);
  }, text);
}

function only(text) {
  return typeof text === 'string' ? { hasText: text } : {};
}
