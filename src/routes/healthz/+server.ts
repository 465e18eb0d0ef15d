const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** Is the process alive? Asks nothing else, so that a slow database does not get it killed. */
export const GET = () => new Response('ok', { headers });
