import * as conversations from '../../conversations/conversations.server.ts';
import { ConversationHead, type Taken } from '../../conversations/conversation.ts';
import { isWebAddress } from '../../import/row.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { Job } from '../reading.server.ts';
import * as store from '../store.server.ts';
import { NAMED, type ConversationTaken, type ConversationWish } from './conversationImport.ts';
import type { ExportRead } from './job.ts';
import { readExportApart } from './readExportApart.server.ts';

/** What the worker does with a conversation: looks at its files, and takes it over piece by piece. */

async function read(ctx: Ctx, jobId: string): Promise<ExportRead> {
	const files = await store.filesOf(ctx.db, jobId);
	return readExportApart(files.map(({ name, body }) => ({ name, bytes: new Uint8Array(Buffer.from(body, 'base64')) })));
}

/** What was not said with the files, the export says of itself; without both the files give the name. */
function headOf(wish: ConversationWish, { topic, url }: ExportRead, name: string): ConversationHead {
	const address = wish.url || (url !== null && isWebAddress(url) ? url : null);
	const title = wish.title || topic?.slice(0, 300) || name;
	return ConversationHead.parse({ ...wish, title, url: address, origin: wish.origin || title.slice(0, 200) });
}

const shown = ({ title, url, origin }: ConversationHead, { refused, ...taken }: Taken): ConversationTaken => ({
	...{ title, url, origin, ...taken, notes: [...taken.notes] },
	refusedCount: refused.length,
	refused: refused.slice(0, NAMED)
});

/** What taking it over would do. Nothing is written. Throws `BadSheet`. */
export async function lookAt(ctx: Ctx, { id, name }: Job, wish: ConversationWish): Promise<ConversationTaken> {
	const found = await read(ctx, id);
	const head = headOf(wish, found, name);
	return shown(head, await conversations.plan(ctx, head.origin, found.from));
}

/** One that comes in at the moment. */
export interface Coming {
	head: ConversationHead;
	from: ExportRead['from'];
	/** null: it is here already, and what everybody sees changes at one moment or not at all. */
	taking: conversations.Taking | null;
	people: number;
}

export async function begin(ctx: Ctx, { id, name }: Job, wish: ConversationWish): Promise<Coming> {
	const found = await read(ctx, id);
	const head = headOf(wish, found, name);
	// What another import left half-way is no part of this one.
	await conversations.forgetUnfinished(ctx, head.origin);
	const known = (await conversations.numberOf(ctx, head.origin)) !== null;
	const taking = known ? null : await conversations.beginTaking(ctx, head, found.from);
	return { head, from: found.from, taking, people: found.from.people.size };
}

/** Call it inside `transaction`. */
export async function finish(ctx: Ctx, { head, from, taking }: Coming) {
	const done = taking ? conversations.finishTaking(ctx, taking) : conversations.takeOver(ctx, head, from);
	return { ...shown(head, await done), number: (await conversations.numberOf(ctx, head.origin)) ?? 0 };
}

/** Nothing stays of what nobody has seen. `origin`: as the preview named it. */
export async function forget(ctx: Ctx, { conversation }: Job): Promise<void> {
	if (conversation) await conversations.forgetUnfinished(ctx, conversation.origin);
}
