import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import * as conversations from '#lib/conversations/conversations.server.ts';
import { ConversationHead, type Taken } from '#lib/conversations/conversation.ts';
import { readSummary } from '#lib/opinion/polis/exportFiles.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { NotFound } from '#lib/verdict.ts';
import { exportIn, tellDamage } from '../opinion/files.ts';
import { OperatorError } from '../process/reportOperatorError.ts';
import { options, Wrong } from '../run.ts';
import { agreed, tellProgress, type Wish } from './confirm.ts';

export const usage = `npm run import -- polis DIR --attribution TEXT [options]
npm run import -- polis --remove ORIGIN

  A conversation exported from Polis: comments.csv with participants-votes.csv or votes.csv. It becomes a page of its
  own, /gespraeche/NUMBER, with its landscape of opinions. Its votes are never added to votes that were cast here.

  --attribution TEXT            who is to be named, and the licence
  --title TEXT                  what it is called here (default: the topic in summary.csv)
  --url ADDRESS                 where it was held (default: the url in summary.csv)
  --language CODE               the language of its statements (default: de)
  --origin NAME                 part of its identity (default: name of the folder)
  --remove ORIGIN               take a conversation away again`;

interface Asked extends Wish {
	folder: string;
	remove: string | undefined;
	head: Partial<ConversationHead>;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const FLAGS = {
	...{ attribution: text, title: text, url: text, language: text, origin: text, remove: text },
	...{ 'dry-run': flag, yes: flag }
};

export function read(args: string[]): Asked {
	const { values, positionals } = options({ args, options: FLAGS, allowPositionals: true });
	const { 'dry-run': dry, yes, remove, attribution, title, url, language, origin } = values;
	const [folder = '', ...more] = positionals;
	if (more.length > 0 || (folder === '') === (remove === undefined)) throw new Wrong('Say "polis DIR".');
	if (remove === undefined && !attribution) throw new Wrong('--attribution is needed: who is to be named?');
	const named = { ...(attribution && { attribution }), ...(title && { title }), ...(url && { url }) };
	const head = { ...named, language: language ?? 'de', origin: origin ?? basename(resolve(folder)) };
	return { folder, remove, head, dry, yes };
}

async function headOf({ folder, head }: Asked): Promise<ConversationHead> {
	const { topic, url } = readSummary(await readFile(join(folder, 'summary.csv')).catch(() => Buffer.from('')));
	const whole = { ...(topic && { title: topic }), url, ...head };
	const parsed = ConversationHead.safeParse(whole);
	if (parsed.success) return parsed.data;
	const wrong = [...new Set(parsed.error.issues.map(({ path }) => `--${String(path[0])}`))];
	throw new OperatorError(`Missing or not usable: ${wrong.join(', ')}.`);
}

function tell({ known, statements, people, votes, refused, notes }: Taken): void {
	tellDamage({ refused, notes });
	console.log(known ? 'The conversation is here already.' : 'The conversation is new.');
	console.log(`Statements: ${statements.fresh} to import, ${statements.known} known already.`);
	console.log(`People: ${people.fresh} to import, ${people.changed} changed, ${people.known} known already.`);
	console.log(`${votes} votes; ${refused.length} lines not taken, or not wholly.`);
}

async function takeAway(ctx: Ctx, origin: string): Promise<number> {
	await conversations.remove(ctx, origin).catch((error: unknown) => {
		throw error instanceof NotFound ? new OperatorError(`There is no conversation "${origin}".`) : error;
	});
	console.log('The conversation was removed.');
	return 0;
}

export async function work(ctx: Ctx, asked: Asked): Promise<number> {
	if (asked.remove !== undefined) return takeAway(ctx, asked.remove);
	const [head, from] = [await headOf(asked), await exportIn(asked.folder, { wordless: false })];
	tell(await conversations.plan(ctx, head.origin, from));
	if (!(await agreed(asked))) return from.refused.length > 0 ? 1 : 0;
	const taken = await conversations.takeOver(ctx, head, from, (through) => tellProgress(through, from.people.size));
	await conversations.drawConversations(ctx);
	const { people, statements, refused } = taken;
	console.log(`${statements.fresh} statements and ${people.fresh + people.changed} people imported.`);
	return refused.length > 0 ? 1 : 0;
}
