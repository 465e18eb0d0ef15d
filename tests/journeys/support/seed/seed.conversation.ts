import * as conversations from '#lib/conversations/conversations.server.ts';
import { readExport } from '#lib/opinion/polis/polis.ts';
import type { Ctx } from '#lib/server/ctx.ts';

const STATEMENTS = 60;

/** Conversation 1, held on another platform: more statements than a page has, and people of two minds. */
export async function talkElsewhere(ctx: Ctx): Promise<void> {
	const ids = Array.from({ length: STATEMENTS }, (_, id) => id);
	const comments = ids.map((id) => `${id},1,Aussage ${id} von anderswo`);
	const people = Array.from({ length: 40 }, (_, person) => {
		const votes = ids.map((id) =>
			id % 10 === 9 ? 1 : (person * 7 + id) % 9 === 0 ? 0 : person % 2 === id % 2 ? 1 : -1
		);
		return [person, ...votes].join(',');
	});
	const file = (lines: readonly string[]) => Buffer.from(lines.join('\n'));
	const from = readExport({
		comments: file(['comment-id,moderated,comment-body', ...comments]),
		table: file([`participant,${ids.join(',')}`, ...people]),
		votes: null
	});
	const head = {
		origin: 'musterstadt',
		title: 'Gespräch in Musterstadt',
		url: 'https://polis.example/1',
		language: 'de'
	};
	await conversations.takeOver(ctx, { ...head, attribution: 'Musterstadt, CC BY 4.0' }, from);
	await conversations.drawConversations(ctx);
}
