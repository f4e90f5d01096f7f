// What the matcher of a hook can name: tools, agents, or the few words of its event.
import { hookEvent, matcherWords, type HookEvent } from '../dialects/claude/hook-events';
import type { Field } from '../dialects/dialect';
import { agentOffers, nameOffers, type Asker, type Offer } from './offers';
import type { Spot } from './spot';

/** `before` is what is typed of the matcher: names stand there, parted by `|`. */
export function* matcherOffers(ask: Asker & { readonly spot: Spot }, before: string, field: Field): Iterable<Offer> {
  const { document, offset, spot } = ask;
  const event = spot.path.map(({ key }) => hookEvent(key ?? '')).find(each => each !== undefined);
  const written = before.split('|');
  const last = written.pop()!;
  if (!event || !/^[\w.*-]*$/.test(last)) return;
  const to = offset + /^[\w.*-]*/.exec(document.text.slice(offset, offset + 100))![0].length;
  const part = written.length === 0 ? {} : { from: before.length - last.length, to };
  for (const offer of named(ask, event, field))
    if (!written.includes(offer.text ?? offer.label)) yield { ...offer, ...part };
}

function* named(ask: Asker, [name, , compared]: HookEvent, field: Field): Iterable<Offer> {
  if (compared === 'the name of the tool') {
    for (const offer of nameOffers(ask, 'tool', '', field))
      yield { ...offer, label: offer.label.replace(/__\*$/, '__.*') };
  } else if (compared === 'the type of the agent') {
    yield* agentOffers(ask.workspace, ask.document.uri, ask.schema.builtinAgents);
  } else {
    for (const word of matcherWords(name)) yield { label: word, kind: 'value' };
  }
}
