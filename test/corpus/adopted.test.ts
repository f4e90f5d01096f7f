// agentwright adopts the JSON Schemas of agent-studio: what is said of its real files is what a validator says.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { join, pathBelow } from '../../server/src/workspace/uris';
import { corpusPath, needsCollection, openRepository, type Reading } from '../support/collection';

const folder = '.claude/schemas';
const names = { agent: 'agent-definition.schema.json', skill: 'skill-definition.schema.json' };

interface Schema {
  readonly properties?: { readonly frontmatter?: object };
}

/** Rules that a schema speaks by. */
const speaking: ReadonlySet<string> = new Set(['invalid-value', 'wrong-form', 'missing-field', 'description-length']);

/** Undefined for what is no YAML: a validator never sees it. */
function dataOf(yaml: string): unknown {
  try {
    return parse(yaml) as unknown;
  } catch {
    return undefined;
  }
}

suite('adopted schemas of a real repository', () => {
  let repository: Reading;

  suiteSetup(async function () {
    needsCollection(this);
    repository = await openRepository('oimiragieo__agent-studio');
    const { workspace, root, text } = repository;
    const schemas = Object.fromEntries(Object.entries(names).map(([role, name]) => [role, `${folder}/${name}`]));
    workspace.apply([{ uri: join(root, 'agentwright.json'), text: JSON.stringify({ schemas }), open: true }]);
    for (let stale = workspace.takeStale(); stale.length > 0; stale = workspace.takeStale())
      workspace.apply(stale.map(uri => ({ uri, text: text(uri) ?? '' })));
  });

  for (const [role, name] of Object.entries(names)) {
    test(`every ${role} is judged as a validator judges it`, () => {
      const { workspace, root, uris, text } = repository;
      const read = JSON.parse(readFileSync(joinPath(corpusPath('oimiragieo__agent-studio'), folder, name), 'utf8')) as Schema;
      const validate = new Ajv2020({ strict: false }).compile(read.properties?.frontmatter ?? read);
      let judged = 0;
      const wrong: string[] = [];
      for (const uri of uris) {
        const document = workspace.role(uri) === role ? workspace.read(uri, text(uri) ?? '') : undefined;
        const front = document?.frontMatter;
        if (!document || !front?.close) continue;
        const data = dataOf(document.text.slice(front.span.start, front.span.end));
        if (data === undefined) continue;
        judged++;
        const valid = validate(data);
        const found = lint(document, workspace).filter(({ rule }) => speaking.has(rule.id));
        const adopted = found.filter(({ message }) => render(message).includes(`${folder}/${name}`));
        // Of one value the tool or the framework may have spoken first.
        if (valid ? adopted.length > 0 : found.length === 0)
          wrong.push(`${pathBelow(uri, root)}: ${JSON.stringify(validate.errors)} ${adopted.map(({ message }) => render(message)).join(' ')}`);
      }
      assert.deepEqual(wrong, []);
      assert.ok(judged > 40, `${judged} files`);
    });
  }
}); // prettier-ignore
