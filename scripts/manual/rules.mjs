// docs/rules.md, the table of all rules, and docs/rules/: a page for each, with its reasons, examples and fixes.
import { byId, code, fence, head, page, table } from './markdown.mjs';

/** Path → text of the table and of all pages. */
export function rulesPages(engine) {
  const rules = [...engine.rules].sort(byId).map(rule => ({ ...rule, fix: fixOf(rule, engine) }));
  const each = rules.map(rule => [`docs/rules/${rule.id}.md`, rulePage(rule, engine)]);
  return { 'docs/rules.md': tablePage(rules), ...Object.fromEntries(each) };
}

function tablePage(rules) {
  return page([
    head,
    '# Rules',
    [
      'An **error** is dropped or rejected by the tool that the file is for.',
      'A **warning** does something else than the file says, or another tool that reads this place drops it.',
      'An **information** is about portability or size. A **hint** is faded in the editor, and is not listed anywhere.',
      'A rule may judge single findings more gravely or more lightly than its own severity says.',
    ].join(' '),
    'Severities are changed, and rules are turned off, in `agentwright.json` and in the settings: see ' +
      '[settings](settings.md). `agentwright explain <rule>` prints what a rule’s page says.',
    table(
      ['Rule', 'Severity', 'Fix', 'What it reports'],
      rules.map(({ id, severity, off, fix, summary }) => [
        `[${id}](rules/${id}.md)`,
        severity + (off ? ', off' : ''),
        fix.short,
        summary,
      ]),
    ),
  ]);
}

function rulePage(rule, engine) {
  const severity = `Severity: ${rule.severity}.${rule.off ? ' Off unless it is turned on.' : ''}`;
  return page([
    head,
    `# ${rule.id}`,
    rule.summary,
    `${severity} ${rule.fix.long}`,
    `**Why.** ${rule.why}`,
    `**Source.** ${rule.source}`,
    ...engine
      .inManualOrder(rule.examples)
      .flat()
      .flatMap(({ heading, files }) => [`**${heading}:**`, ...files.flatMap(file => shown(file, engine))]),
    `[All rules](../rules.md) · [How to change or silence one](../settings.md)`,
  ]);
}

const shown = (file, engine) => [code(file.path), fence(engine.underlined(file))];

/** What the fixes of a rule's own examples show. */
function fixOf(rule, engine) {
  const fixes = rule.examples.flatMap(({ bad }) => findings(rule, bad, engine).flatMap(found => found.fixes?.() ?? []));
  if (fixes.some(fix => fix.safe)) {
    const all = fixes.every(fix => fix.safe);
    return {
      short: 'yes',
      long: all ? 'Fix: yes, and **Fix All** applies it.' : 'Fix: yes, and **Fix All** applies those that are safe.',
    };
  }
  if (fixes.length > 0) return { short: 'on request', long: 'Fix: yes, to choose from; **Fix All** applies none.' };
  return { short: 'no', long: 'Fix: none.' };
}

function findings(rule, example, engine) {
  // A folder of examples would be passed over by some rules.
  const root = 'file:///project';
  const workspace = new engine.Workspace();
  workspace.setRoots([root]);
  const files = engine.filesOf(example).map(({ path, text }) => ({
    uri: path.startsWith('file:') ? path : engine.join(root, path),
    text,
    open: true,
  }));
  workspace.apply(files);
  return files.flatMap(({ uri }) => {
    const document = workspace.document(uri);
    return document ? engine.lint(document, workspace, [rule]) : [];
  });
}
