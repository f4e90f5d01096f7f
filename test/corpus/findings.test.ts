// What we say of every collected repository: the same as in the golden lists, and no error that nobody can prove.
import { strict as assert } from 'node:assert';
import { findingsOf, labels, needsCollection, observedVerdicts, repositories, type Said } from '../support/collection';
import { difference, kept, listOf } from './golden';
import { manifests, manifestsApart } from './manifests';

/** Differences shown of each repository. */
const shown = 40;

/** Errors that are proven otherwise, each with the proof. None is wanted without one. */
const proven: readonly { readonly repo: string; readonly rule: string; readonly proof: string }[] = [];

/** Files that the program does not list, and of which we report no error, each with the reason. */
const passedOver: readonly { readonly files: RegExp; readonly reason: string }[] = [
  { files: /\.agent\.md$/, reason: "another tool's agents, which are no agents of Claude Code where they lie" },
  {
    files: /templates\/agents\/routing-agent\.md$/,
    reason: 'documentation in a folder of agents: it has no front matter',
  },
];

suite('findings in the collected repositories', () => {
  const said = new Map<string, readonly Said[]>();

  suiteSetup(async function () {
    needsCollection(this);
    for (const repo of repositories()) said.set(repo, await findingsOf(repo));
  });

  test('are those of the golden lists', () => {
    const differing = [...said].flatMap(([repo, now]) => {
      const list = kept(repo);
      if (list === undefined) return [`${repo}: there is no golden list`];
      const changes = difference(list, listOf(now));
      if (changes.length === 0) return [];
      const more = changes.length > shown ? [`  … and ${changes.length - shown} more`] : [];
      return [`${repo}: ${changes.length} changed`, ...changes.slice(0, shown).map(line => `  ${line}`), ...more];
    });
    const advice = 'Where each change is wanted: npm run golden';
    assert.ok(differing.length === 0, `\n${[...differing, advice].join('\n')}\n`);
  });

  test('an error has a proof: the program does not list the file, or refuses it, or a person saw it', () => {
    const refused = new Set(
      observedVerdicts()
        .filter(({ loads, errors }) => loads === false || errors.length > 0)
        .map(({ repo, path }) => `${repo}/${path}`),
    );
    const seen = new Set(
      labels()
        .filter(({ severity }) => severity === 'error')
        .map(({ repo, path }) => `${repo}/${path}`),
    );
    const rejected = new Set(manifests().filter(({ ok }) => !ok).map(({ name }) => name)); // prettier-ignore
    const unproven = errors().filter(
      ({ repo, rule, name }) =>
        !refused.has(name) &&
        !seen.has(name) &&
        !rejected.has(name) &&
        !proven.some(each => each.repo === repo && each.rule === rule),
    );
    assert.deepEqual(
      unproven.map(({ name, line, rule }) => `${name}:${line} ${rule}`),
      [],
    );
  });

  test('a file that the program does not list has an error', () => {
    const reported = new Set(errors().map(({ name }) => name));
    const silent = observedVerdicts().filter(
      ({ repo, path, loads }) => loads === false && !reported.has(`${repo}/${path}`),
    );
    assert.deepEqual(
      silent
        .map(({ repo, path }) => `${repo}/${path}`)
        .filter(name => !passedOver.some(({ files }) => files.test(name))),
      [],
    );
  });

  test('a manifest has an error where the validator rejects it, and only there', () => {
    const reported = new Set(errors().map(({ name }) => name));
    const wrong = manifestsApart(reported);
    // Of a marketplace the validator also reads the manifests of its plugins, where we report what is wrong with them.
    assert.deepEqual(
      wrong.map(({ name }) => name),
      ['wshobson__agents/.claude-plugin/marketplace.json'],
    );
  });

  const errors = (): (Said & { repo: string; name: string })[] =>
    [...said].flatMap(([repo, now]) =>
      now.filter(({ severity }) => severity === 'error').map(each => ({ ...each, repo, name: `${repo}/${each.path}` })),
    );
});
