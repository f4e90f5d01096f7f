// Opens a page in a headless Chromium that can reach nothing but this machine.
import { chromium } from 'playwright-core';
import { installChromium } from './install.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

export async function openBrowser({ width = 1280, height = 800, scale = 1 } = {}) {
  const browser = await chromium.launch({ executablePath: installChromium(), headless: true, args: flags });
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  return { page, close: () => browser.close() };
}
