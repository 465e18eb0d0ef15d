import { pending } from '#lib/server/db/migrate.ts';

const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** Can it serve people? Only with a database that answers and is up to date. */
export const GET = async ({ locals: { ctx } }) => {
	try {
		const missing = await pending(ctx.db, 'migrations');
		if (missing.length === 0) return new Response('ready', { headers });
		return new Response(`migrations missing: ${missing.join(', ')}`, { status: 503, headers });
	} catch (error) {
		ctx.house.log.warn({ err: error }, 'the database does not answer');
		return new Response('the database does not answer', { status: 503, headers });
	}
};
