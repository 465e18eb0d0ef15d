import type { District } from '#lib/people/details/district.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import type { Marks } from '#lib/strategy/drafts/draftMarks.ts';
import { digestOfRows } from '#lib/strategy/frozen/versionDigest.ts';
import type { PointInput } from '#lib/strategy/points/point.ts';
import type { Understood } from '#lib/strategy/versions/comprehension.ts';
import type { BoardStatement } from '#lib/strategy/versions/board/boardStatement.ts';
import type { Represented } from '#lib/strategy/versions/represented.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Version, VersionNumbers } from '#lib/strategy/versions/version.ts';
import type { TestApp } from '../machine/testApp.ts';

/** What tests about versions need again and again: contributions, an editor's draft, a published version. */
export const NUMBERS: VersionNumbers = {
	contributions: 3,
	answered: 2,
	unanswered: 1,
	byGroup: { affected: 1, practice: 1, research: 1, none: 0 },
	points: 2
};

/** Of a version with which none went out. */
export const NO_ANSWERS = { answers: [], rows: digestOfRows([]) };

/** A published contribution; returns its number. */
export async function contribute(
	testApp: TestApp,
	author: Person,
	title = 'Mehr kleine Wohnungen',
	district: District | null = null
): Promise<number> {
	const id = newId();
	const body = 'Wir brauchen Wohnungen, die man auch mit wenig Geld bezahlen kann.';
	const form = { id, kind: 'proposal' as const, field: 'wohnen', title, body, evidence: '', district };
	const number = await proposals.submit(testApp.as(author), testApp.consultationId, form);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return number;
}

export class Editor {
	readonly #town: TestApp;
	readonly person: Person;
	constructor(testApp: TestApp, person: Person) {
		this.#town = testApp;
		this.person = person;
	}

	get ctx() {
		return this.#town.as(this.person);
	}

	start(): Promise<number> {
		return strategy.startDraft(this.ctx, this.#town.consultationId);
	}

	async draft(): Promise<Version> {
		const draft = await strategy.draftOf(this.ctx, this.#town.consultationId);
		if (!draft) throw new Error('there is no draft');
		return draft;
	}

	/** What the hidden fields of a form opened just now would carry. */
	async marks(): Promise<Marks> {
		const { id, revision } = await this.draft();
		return { version: id, revision };
	}

	async add(more: Partial<PointInput> = {}): Promise<number> {
		return strategy.addPoint(this.ctx, {
			...(await this.marks()),
			id: newId(),
			field: 'wohnen',
			title: 'Wohnungen zuerst',
			body: 'Das Land baut.',
			from: [],
			relation: 'summarises',
			note: '',
			...more
		});
	}

	/** Publishes the draft as publishing would, without its gate. Returns its number. */
	async publish(
		understood: Understood = [],
		represented: Represented | null = null,
		board: BoardStatement | null = null
	): Promise<number> {
		const draft = await this.draft();
		await strategy.freeze(this.ctx, draft, {
			numbers: NUMBERS,
			understood,
			represented,
			board,
			omitted: null,
			answered: NO_ANSWERS
		});
		return draft.number;
	}
}

export async function makeEditor(testApp: TestApp): Promise<Editor> {
	return new Editor(testApp, await testApp.person('none', { roles: ['editor'] }));
}

/** Two versions: in the second, point 1 is reworded, point 2 dropped and point 3 new. Every kind of row is there. */
export async function twoVersions(testApp: TestApp) {
	const editor = await makeEditor(testApp);
	const from = [
		await contribute(testApp, await testApp.person()),
		await contribute(testApp, await testApp.person('research'))
	];
	await editor.start();
	await editor.add({ from });
	await editor.add({ title: 'Zweiter', field: 'zugang' });
	await strategy.setEditorialNote(editor.ctx, 2, { ...(await editor.marks()), editorialNote: 'Aus dem Landtag' });
	await editor.publish();
	testApp.at('2027-05-11T12:00:00.000Z');
	await editor.start();
	await strategy.rewordPoint(editor.ctx, 1, {
		...(await editor.marks()),
		field: 'wohnen',
		title: 'Wohnungen zuerst',
		body: 'Das Land baut mehr.',
		why: 'Weil es fehlt.'
	});
	await strategy.dropPoint(editor.ctx, 2, { ...(await editor.marks()), reason: 'Steht in Punkt 3.' });
	await editor.add({ title: 'Dritter', field: 'zugang', from: from.slice(0, 1), relation: 'adopts' });
	await strategy.addSources(editor.ctx, 3, { ...(await editor.marks()), from, relation: 'departs', note: 'nur teils' });
	await strategy.putMeasure(editor.ctx, 1, {
		...(await editor.marks()),
		...{ id: newId(), text: 'Ein Fonds', responsible: 'Ministerium', competence: 'land' }
	});
	await editor.publish();
	return editor;
}

/** Every published version recomputed, oldest first: of a test app in which no answer went out with one. */
export async function verified(ctx: Ctx): Promise<strategy.Verified[]> {
	const found: strategy.Verified[] = [];
	for (const id of await strategy.publishedIds(ctx)) found.push(await strategy.verifyVersion(ctx, id, NO_ANSWERS));
	return found;
}
