// What is kept of a closed file's findings comes out as it went in.
import { strict as assert } from 'node:assert';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import { PackedFindings } from '../../server/src/lsp/packed';

const pages = 'file:///docs/rules/';
const range = (line: number): Diagnostic['range'] => ({
  start: { line, character: 1 },
  end: { line: line + 1, character: 7 },
});
const plain: Diagnostic = {
  range: range(3),
  severity: DiagnosticSeverity.Warning,
  code: 'unknown-skill',
  source: 'agentwright',
  message: 'No skill.',
};

suite('findings of closed files', () => {
  test('come out as they went in', () => {
    const related = [{ location: { uri: 'file:///a.md', range: range(0) }, message: 'The same name.' }];
    const items: Diagnostic[] = [
      plain,
      { ...plain, range: range(9), tags: [DiagnosticTag.Unnecessary], relatedInformation: related },
    ];
    const packed = new PackedFindings(items, 7, undefined);
    assert.deepEqual(packed.items, items);
    assert.deepEqual([packed.id, packed.errors, packed.warnings, packed.found], ['7', 0, 2, undefined]);
  });

  test('keep their places in lines of any length', () => {
    const far = { line: 40_000, character: 2 ** 16 };
    const places = [
      { line: 0, character: 0 },
      { line: 70_000, character: 2 ** 16 - 1 },
      far,
      { line: 0, character: 2 ** 30 },
    ];
    const items = places.map(start => ({ ...plain, range: { start, end: far } }));
    assert.deepEqual(new PackedFindings(items, 7, undefined).items, items);
  });

  test('lead to the pages of their rules', () => {
    const led = { ...plain, codeDescription: { href: `${pages}unknown-skill.md` } };
    assert.deepEqual(new PackedFindings([led], 7, pages).items, [led]);
  });
});
