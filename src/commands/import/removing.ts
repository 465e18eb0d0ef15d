import * as imports from '#lib/import/import.server.ts';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { OperatorError } from '../process/reportOperatorError.ts';
import { agreed, type Wish } from './confirm.ts';

/** Numbers named one by one; the others are counted. */
const NAMED = 20;

/** Undoes an import. What is supported, commented, grouped, answered or behind a point stays; it is named. */
export async function removeContributions(ctx: Ctx, origin: string, wish: Wish): Promise<number> {
	const taken = await proposals.importedFrom(ctx, origin);
	if (taken.length === 0) throw new OperatorError(`No contributions came from "${origin}".`);
	const used = await importJobs.inUse(ctx, taken);
	const free = taken.filter(({ id }) => !used.has(id));
	const stay = taken.filter(({ id }) => used.has(id)).map(({ number }) => number);
	console.log(
		`${taken.length} contributions came from "${origin}": ${free.length} can be taken back, ${stay.length} stay.`
	);
	if (stay.length > 0) {
		const more = stay.length > NAMED ? ` and ${stay.length - NAMED} more` : '';
		console.error(
			`These stay, because people have supported, commented, grouped or answered them: ${stay.slice(0, NAMED).join(', ')}${more}.`
		);
	}
	const code = stay.length > 0 ? 1 : 0;
	if (free.length === 0 || !(await agreed(wish, 'Take them back?'))) return code;
	await imports.takeBack(
		ctx,
		free.map(({ id }) => id)
	);
	console.log(`${free.length} contributions taken back. Their numbers stay; the file can be imported again.`);
	return code;
}
