// What is said of a value of the wrong shape.
import type { Document } from '../syntax/document';
import type { Layer } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { refusal, type Place } from './fields';
import { isText, type Misfit } from './form-fixes';
import { gravityOf, isModel } from './form-gravity';
import { say, type Message } from './rule';
import { readingOf } from './server-reading';
import { wantedIn, wantedWords } from './wanted-words';

/** The message for a value that does not have the shape of its type, in the words of the tool that reads it. */
export function messageOf(
  place: Place,
  { dialect }: Layer,
  misfit: Misfit,
  document: Document,
  workspace: Workspace,
): Message {
  const { type, data, field } = place;
  if (misfit === 'null' && gravityOf(place, document, workspace, misfit) === 'error')
    return say(
      `\`null\` stands here where \`{0}\` wants ${wantedIn(type)}; ${refusal(document, workspace, field)}. Leave the key out.`,
      field.key,
    );
  if (misfit === 'null') return ofNull(place, document, workspace);
  if (misfit === 'lines') return say('The validator of {0} expects `{1}` on one line.', dialect.title, field.key);
  if (misfit === 'number' && field.onInvalid === 'convention')
    return say(
      'This is read as a number or a word with a special meaning; {0} expects text. Put it in quotes.',
      dialect.title,
    );
  if (misfit === 'taste') return say('The validator of {0} expects `{1}` as a list.', dialect.title, field.key);
  if (misfit === 'list') return say('{0} reads `{1}` as text, not as a list.', dialect.title, field.key);
  if (field.adopted) {
    const quotes = misfit === 'quoted' ? ', without quotes' : '';
    return say(`{0} expects \`{1}\` to be ${wantedIn(type)}${quotes}.`, dialect.title, field.key);
  }
  if (gravityOf(place, document, workspace, misfit) === 'error')
    return say(`\`{0}\` must be ${wantedWords[type.is]}; ${refusal(document, workspace, field)}.`, field.key);
  if (misfit === 'quoted') return say(`\`{0}\` must be ${wantedWords[type.is]}, without quotes.`, field.key);
  if (field.key === 'argument-hint' && data.is === 'list') {
    return say('In YAML this is a list. Claude Code copes, Visual Studio Code reports an error. Put it in quotes.');
  }
  if (isText(type) && data.is === 'map' && !data.flow) {
    return say('A colon and a space make this a key with a value; `{0}` expects text. Put it in quotes.', field.key);
  }
  if (isModel(place, document)) return say('`{0}` must be one name; Claude Code skips what is not text.', field.key);
  if (field.onInvalid === 'convention')
    return say(`{0} expects \`{1}\` to be ${wantedWords[type.is]}.`, dialect.title, field.key);
  const words = `\`{0}\` must be ${wantedWords[type.is]}`;
  if (isOfServer(place, document, workspace)) return say(`${words}; Claude Code skips the server.`, field.key);
  const effect = field.invalid === undefined ? '' : ` ${field.invalid}`;
  return say(`${words}.${effect}`, field.key);
}

function ofNull(place: Place, document: Document, workspace: Workspace): Message {
  const { type, field } = place;
  const words = `\`null\` stands here where \`{0}\` wants ${wantedIn(type)}`;
  return isOfServer(place, document, workspace)
    ? say(`${words}; Claude Code skips the server. Leave the key out.`, field.key)
    : say(`${words}. A key that says nothing is left out.`, field.key);
}

/** Whether the value costs one server. */
const isOfServer = ({ data }: Place, document: Document, workspace: Workspace): boolean =>
  readingOf(document, workspace, data) === 'read';
