import type { Person } from '#lib/people/person.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { sentencesOf } from '#lib/distillation/segments/sentences.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTestApp, type TestApp } from '../machine/testApp.ts';

/** A town with moderators at the desk and published contributions before them. */
export interface Desk {
	testApp: TestApp;
	moderator: Person;
	colleague: Person;
	/** Numbers of the contributions. */
	numbers: number[];
	/** What the hidden fields of forms opened just now would carry. */
	seen(...numbers: number[]): Promise<{ number: number; revision: number }[]>;
	marks(cluster: number): Promise<{ id: string; cluster: string; revision: number }>;
	/** Cuts the sentences with these places in the text (0 is the first). */
	cut(number: number, sentences: readonly number[], into: Into): Promise<number>;
	put(numbers: readonly number[], into: Into): Promise<number>;
	/** The moderator at the desk, now. */
	ctx(): Ctx;
	/** How many contributions are still to be put somewhere. */
	open(): Promise<number>;
	/** What lies in a cluster: passages by their words, whole contributions by number. */
	passages(cluster: number): Promise<string[]>;
}

export type Into = { to: number | null; title: string };
export const named = (title: string): Into => ({ to: null, title });
export const into = (to: number): Into => ({ to, title: '' });
export const plain = { relation: 'summarises', dissent: null } as const;

export const BODIES = [
	'Die Miete ist zu hoch. Der Bus fährt zu selten. Die Ämter sind weit weg.',
	'Bezahlbare Wohnungen fehlen. Niemand hilft bei Anträgen.',
	'Der Bus kommt nie. Das macht einsam.',
	'Wir brauchen mehr Wohnungen, die man bezahlen kann.',
	'Die Kita schließt zu früh. Der Bus ist voll. Die Miete steigt.'
] as const;

export async function publish(testApp: TestApp, author: Person, body: string): Promise<{ id: string; number: number }> {
	const id = newId();
	const form = { id, kind: 'proposal' as const, field: 'wohnen', title: body.slice(0, 30), body, evidence: '' };
	const number = await proposals.submit(testApp.as(author), testApp.consultationId, form);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return { id, number };
}

export async function openDesk(bodies: readonly string[] = BODIES): Promise<Desk> {
	const testApp = await makeTestApp();
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	const colleague = await testApp.person('none', { roles: ['editor'] });
	const author = await testApp.person();
	const numbers: number[] = [];
	for (const body of bodies) numbers.push((await publish(testApp, author, body)).number);
	await distillation.syncContributions(testApp.as(null));
	const ctx = () => testApp.as(moderator);
	const seen = async (...wanted: number[]) => {
		const rows = await testApp.app.reader
			.selectFrom('dockets')
			.select(['number', 'revision'])
			.where('number', 'in', wanted)
			.execute();
		return wanted.flatMap((number) => rows.find((row) => row.number === number) ?? []);
	};
	const at = (number: number | null) => {
		if (number === null) throw new Error('nothing was done');
		return number;
	};
	return {
		testApp,
		moderator,
		colleague,
		numbers,
		seen,
		async marks(number) {
			const { id: cluster, revision } = await distillation.cluster(ctx(), testApp.consultationId, number);
			return { id: newId(), cluster, revision };
		},
		ctx,
		async open() {
			return (await distillation.counts(ctx(), testApp.consultationId)).reduce((sum, one) => sum + one.open, 0);
		},
		async passages(number) {
			const { id } = await distillation.cluster(ctx(), testApp.consultationId, number);
			return (await distillation.membersOf(ctx(), id)).map((one) => one.segment?.text ?? `Beitrag ${one.number}`);
		},
		async cut(number, places, target) {
			const { proposal, digest } = await distillation.inHand(ctx(), testApp.consultationId, number);
			const sentences = sentencesOf(proposal.body);
			const spans = places.flatMap((place) => sentences[place] ?? []);
			const form = { id: newId(), seen: await seen(number), spans, digest, ...target, ...plain };
			return at(await distillation.cut(ctx(), testApp.consultationId, form));
		},
		async put(wanted, target) {
			const form = { id: newId(), seen: await seen(...wanted), ...target, ...plain };
			return at(await distillation.put(ctx(), testApp.consultationId, form));
		}
	};
}
