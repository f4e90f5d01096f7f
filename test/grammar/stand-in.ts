// Just enough of a grammar for Markdown to inject into, where no VS Code is installed that has the real one.
const raw = 'punctuation.definition.raw.markdown';
const inline = [
  { include: '#bold' },
  {
    match: '(`+)[^`]+(\\1)',
    name: 'markup.inline.raw.string.markdown',
    captures: { 1: { name: raw }, 2: { name: raw } },
  },
  { match: '<!--.*?-->', name: 'comment.block.html' },
];

const fence = (language: string, content: object): object => ({
  begin: `^\\s*(\`\`\`)${language}\\s*$`,
  end: '^\\s*(```)\\s*$',
  name: 'markup.fenced_code.block.markdown',
  ...content,
});

const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [
    {
      begin: '\\A(---)\\s*$',
      end: '^(---)\\s*$',
      contentName: 'meta.embedded.block.frontmatter',
      patterns: [{ include: 'source.yaml' }],
    },
    fence('js', {
      contentName: 'meta.embedded.block.javascript',
      patterns: [{ begin: `(['"\`])`, end: '\\1', name: 'string.quoted.js' }],
    }),
    fence('', {}),
    { match: '^( {4}|\\t).*$', name: 'markup.raw.block.markdown' },
    { match: '^#+ (.*)$', name: 'markup.heading.markdown', captures: { 1: { patterns: inline } } },
    { begin: '^\\|', while: '^\\|', name: 'markup.table.markdown', patterns: inline },
    { begin: '^ {0,3}(?=\\S)', end: '$', name: 'meta.paragraph.markdown', patterns: inline },
  ],
  repository: { bold: { begin: '\\*\\*', end: '\\*\\*|$', name: 'markup.bold.markdown', patterns: inline.slice(1) } },
};

const yaml = {
  scopeName: 'source.yaml',
  patterns: [
    { match: '#.*$', name: 'comment.line.number-sign.yaml' },
    { begin: '\\G(?=[\\w-]+:)|^\\s*(?=[\\w-]+:)', end: '(?=:)', name: 'string.unquoted.yaml entity.name.tag.yaml' },
    { begin: '(:)\\s', end: '$', contentName: 'string.unquoted.yaml' },
  ],
};

const prompt = { scopeName: 'text.html.markdown.prompt', patterns: [{ include: 'text.html.markdown' }] };

/** By scope name, in the form of a grammar file. */
export const standIn: ReadonlyMap<string, string> = new Map(
  [markdown, yaml, prompt].map(grammar => [grammar.scopeName, JSON.stringify(grammar)]),
);
