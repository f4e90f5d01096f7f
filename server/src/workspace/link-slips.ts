// The paths that a link may have meant in which a mark stands too many, or the ending is misspelt.

/** Such paths, the likeliest first; none for most links. */
export function meantPaths(path: string): string[] {
  const meant = [
    path.replace(/[.,;:]+$/, ''),
    path.replace(/(\.\w+):\d+(?::\d+|-\d+)?$/, '$1'),
    path.replace(/^\/+/, ''),
    ...(fromFar.test(path) ? [path.replace(/^(?:\.{0,2}\/)+/, ''), path.replace(/^(?:\.\.\/)+/, '../')] : []),
    path.replace(/\.(\w{1,4})$/, (all, ending: string) => (isSlipOfMd(ending) ? '.md' : all)),
    path.replace(/(\w)md$/, '$1.md'),
  ];
  return meant.filter(each => each !== path);
}

/** `../x.md` for `x.md` is a slip in the folder, which is judged by whether the file exists, with more to choose from. */
const fromFar = /^(?:\/|(?:\.\.\/){3})/;

const isSlipOfMd = (ending: string): boolean =>
  ending.toLowerCase() !== 'md' &&
  /^(?:m|d|dm|mdd|mmd|md\w|\wmd|mf|ms|nd)$/i.test(ending) &&
  !/^(?:mdx|mdc|cmd)$/i.test(ending);
