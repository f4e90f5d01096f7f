// Every operator, once, by group. A new one is an entry in one of these files.
import added from './added.mjs';
import body from './body.mjs';
import breaks from './breaks.mjs';
import copies from './copies.mjs';
import fences from './fences.mjs';
import files from './files.mjs';
import foreign from './foreign.mjs';
import json from './json.mjs';
import keys from './keys.mjs';
import links from './links.mjs';
import marks from './marks.mjs';
import misnamed from './misnamed.mjs';
import misread from './misread.mjs';
import mistaken from './mistaken.mjs';
import nested from './nested.mjs';
import pasted from './pasted.mjs';
import places from './places.mjs';
import prose from './prose.mjs';
import remains from './remains.mjs';
import programs from './programs.mjs';
import samples from './samples.mjs';
import settings from './settings.mjs';
import shapes from './shapes.mjs';
import tables from './tables.mjs';
import typed from './typed.mjs';
import values from './values.mjs';
import wordings from './wordings.mjs';
import words from './words.mjs';
import written from './written.mjs';
import yaml from './yaml.mjs';

/**
 * What each says of itself: `name`; `roles` of the files that it breaks; `restorable: false` where the broken text does not
 * tell what it was. `apply` is given a file's `text`, `path`, `role`, its `repo` and `pick`, which chooses one of a list, and answers
 * undefined where it does not apply, else the broken `text`, the `line` that is broken, from 0; `also`: other lines that
 * are as right; `files`: what else changes; `path`: where the text lies now, if elsewhere.
 */
const groups = {
  fences,
  yaml,
  breaks,
  keys,
  values,
  body,
  prose,
  tables,
  words,
  wordings,
  links,
  json,
  settings,
  shapes,
  foreign,
  marks,
  nested,
  places,
  files,
  remains,
  written,
  mistaken,
  added,
  misnamed,
  misread,
  programs,
  samples,
  copies,
  typed,
  pasted,
};
export const operators = Object.entries(groups).flatMap(([group, list]) => list.map(each => ({ group, ...each })));
