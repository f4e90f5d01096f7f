// Where a name is used, and its rename, beside a plain search for it; and what an editor asks of one long file.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { median, quiet, servers, start } from './client.mjs';
import { filesBelow, workspace } from './workspaces.mjs';

export const title = 'Names';
export const about =
  'The most used skill of the largest workspace: all its references, and its rename. The longest Markdown file: outline, ' +
  'tokens, links, folding. *Search* reads the same files and looks for the name in each. Medians in milliseconds of runs that take turns; the ' +
  'goal is a fifth of the search.';
export const head = ['files', 'asked', 'search', 'ours', '× search'];

export async function* rows(options) {
  const { folder } = workspace(Math.max(...options.sizes), options);
  const files = filesBelow(folder);
  const { name, path, position } = mostUsed(files);
  const server = await start(servers.ours, folder);
  const document = await server.open(path);
  await document.first;
  // What is wrong with all other files is found in the background first.
  await quiet(server.pid);
  const at = { textDocument: { uri: document.file }, position };
  const asks = [
    ['references', 'textDocument/references', { ...at, context: { includeDeclaration: true } }],
    ['rename', 'textDocument/rename', { ...at, newName: 'zz-fresh-name' }],
  ];
  for (const [what, method, params] of asks) yield row(files.length, what, files, name, options.runs, () => server.request(method, params)); // prettier-ignore
  const { corpus } = options;
  const long = longest(corpus && existsSync(corpus) ? filesBelow(corpus) : files);
  const { file, first } = await server.open(long);
  await first;
  await quiet(server.pid);
  for (const what of ['documentSymbol', 'semanticTokens/full', 'documentLink', 'foldingRange']) {
    const ask = () => server.request(`textDocument/${what}`, { textDocument: { uri: file } });
    yield row(1, `${what} of ${(statSync(long).size / 1000).toFixed(0)} KB`, [long], name, options.runs, ask);
  }
  server.stop();
}

async function row(count, what, files, name, runs, ask) {
  const searched = [];
  const ours = [];
  // The first run warms both up.
  for (let n = 0; n <= runs * 5; n++) {
    const begun = performance.now();
    for (const path of files) readFileSync(path, 'utf8').includes(name);
    const between = performance.now();
    await ask();
    if (n === 0) continue;
    searched.push(between - begun);
    ours.push(performance.now() - between);
  }
  const [search, own] = [median(searched), median(ours)];
  return [count, what, search.toFixed(2), own.toFixed(2), (own / search).toFixed(2)];
}

/** The skill that most front matters list, and a place where one does. */
function mostUsed(files) {
  const skills = new Set(files.filter(path => basename(path) === 'SKILL.md').map(path => basename(path.slice(0, -9))));
  const uses = new Map();
  for (const path of files.filter(each => each.endsWith('.md'))) {
    for (const [line, text] of readFileSync(path, 'utf8').split('\n').entries()) {
      const name = /^ {2}- ([\w-]+)$/.exec(text)?.[1];
      if (name && skills.has(name))
        uses.set(name, [...(uses.get(name) ?? []), { path, position: { line, character: 5 } }]);
    }
  }
  const [name, places] = [...uses].sort((a, b) => b[1].length - a[1].length)[0];
  return { name, ...places[0] };
}

const longest = files =>
  files.filter(path => path.endsWith('.md')).sort((a, b) => statSync(b).size - statSync(a).size)[0];
