import { serve, setting } from './serve.ts';

/** node:http and nothing else: an answer of a given size that never changes. */
const body = Buffer.alloc(Number(setting('BENCH_SIZE')), 'a');
const headers = ['content-type', 'text/html', 'content-length', String(body.length)];

serve((_request, response) => response.writeHead(200, headers).end(body));
