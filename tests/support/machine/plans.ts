import { CompiledQuery, type KyselyPlugin } from 'kysely';
import { SqliteNames } from '#lib/server/performance/columnNames.ts';
import type { Ctx } from '#lib/server/ctx.ts';

/**
 * Does this and says how SQLite finds what is asked for, a line for each step: without statistics it decides by query and
 * indexes alone, so that an empty database tells how it will be with a large one.
 */
export async function plansOf(ctx: Ctx, work: (ctx: Ctx) => Promise<unknown>): Promise<string[]> {
	const asked: CompiledQuery[] = [];
	const listen: KyselyPlugin = {
		transformQuery({ node, queryId }) {
			asked.push(new SqliteNames().compileQuery(node, queryId));
			return node;
		},
		transformResult: async ({ result }) => result
	};
	await work({ ...ctx, db: ctx.db.withPlugin(listen) });
	const steps: string[] = [];
	// What is only compiled to learn the dialect is no query.
	for (const { sql, parameters } of asked.filter((one) => one.sql !== '?')) {
		const asking = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
		const { rows } = await ctx.db.executeQuery<{ detail: string }>(asking);
		steps.push(...rows.map(({ detail }) => detail));
	}
	return steps;
}
