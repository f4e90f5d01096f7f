// A stand-in for the Messages API on this machine: it starts the agents that it is told to, and keeps what each is sent.
import { createServer } from 'node:http';

/** What the main conversation begins with. */
export const opening = 'effective session.';

/** Marks the request of one call: the agent's own first message holds it, and no other request begins with it. */
const mark = (index = '(\\d+)') => `effective call ${index}.`;
const usage = { input_tokens: 1, output_tokens: 1, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };

/** `calls` are inputs of the tool `Agent`. `asked[n]` becomes the first request that the agent of `calls[n]` sends, `first()` is the
 * first of all. */
export async function fakeApi(calls) {
  const asked = [];
  let first;
  let handedOut = false;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', part => (text += part));
    request.on('end', () => {
      // Whatever else is asked for (features, event logging) is not there, which a session bears.
      if (!request.url.startsWith('/v1/messages')) return json(response, 404, {});
      if (request.url.includes('count_tokens')) return json(response, 200, { input_tokens: 1 });
      const body = JSON.parse(text);
      first ??= body;
      const message = JSON.stringify(body.messages?.[0] ?? '');
      const call = new RegExp(mark()).exec(message)?.[1];
      if (call) asked[call] ??= { body, beta: request.headers['anthropic-beta'] ?? '' };
      const isFirst = !call && !handedOut && message.includes(opening);
      if (isFirst) handedOut = true;
      answer(response, body, isFirst ? calls.map(start) : [{ type: 'text', text: 'Done.' }]);
    });
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked,
    first: () => first,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The id of the tool call that starts the agent of `calls[index]`. */
export const callId = index => `toolu_${index}`;

function start(input, index) {
  const prompt = mark(index);
  return { type: 'tool_use', id: callId(index), name: 'Agent', input: { description: 'asks', prompt, ...input } };
}

function answer(response, { model, stream }, content) {
  const reason = { stop_reason: content[0].type === 'text' ? 'end_turn' : 'tool_use', stop_sequence: null };
  const message = { id: `msg_${Date.now()}`, type: 'message', role: 'assistant', model, content, ...reason, usage };
  if (!stream) return json(response, 200, message);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (type, data) => response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  send('message_start', { message: { ...message, content: [], stop_reason: null } });
  content.forEach((block, index) => {
    const isText = block.type === 'text';
    send('content_block_start', { index, content_block: isText ? { ...block, text: '' } : { ...block, input: {} } });
    const delta = isText
      ? { type: 'text_delta', text: block.text }
      : { type: 'input_json_delta', partial_json: JSON.stringify(block.input) };
    send('content_block_delta', { index, delta });
    send('content_block_stop', { index });
  });
  send('message_delta', { delta: reason, usage: { output_tokens: 1 } });
  send('message_stop', {});
  response.end();
}

function json(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
