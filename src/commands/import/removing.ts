import * as answers from '#lib/answers/answers.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import * as imports from '#lib/import/import.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { Plain } from '../plainly.ts';
import { agreed, type Wish } from './agreeing.ts';

/** Numbers named one by one; the others are counted. */
const NAMED = 20;

/** Contributions on which something rests here: that would lose its ground without a word to anybody. */
async function inUse(ctx: Ctx, taken: readonly proposals.TakenOver[]): Promise<Set<string>> {
	const ids = taken.map(({ id }) => id);
	const used = new Set(taken.filter((one) => one.used).map(({ id }) => id));
	for (const found of [
		await strategy.placesOf(ctx, ids),
		await distillation.placesOf(ctx, ids),
		await answers.publishedFor(ctx, ids)
	]) {
		for (const id of found.keys()) used.add(id);
	}
	return used;
}

/** Undoes an import. What is supported, commented, grouped, answered or behind a point stays; it is named. */
export async function removeContributions(ctx: Ctx, origin: string, wish: Wish): Promise<number> {
	const taken = await proposals.takenOverFrom(ctx, origin);
	if (taken.length === 0) throw new Plain(`No contributions came from "${origin}".`);
	const used = await inUse(ctx, taken);
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
