import type { District } from '#lib/people/district.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import type { Marks } from '#lib/strategy/draft.ts';
import type { PointInput } from '#lib/strategy/point.ts';
import type { Understood } from '#lib/strategy/understood.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Version, VersionNumbers } from '#lib/strategy/version.ts';
import type { Town } from './town.ts';

/** What tests about versions need again and again: contributions, an editor's draft, a published version. */
export const NUMBERS: VersionNumbers = {
	contributions: 3,
	answered: 2,
	unanswered: 1,
	byGroup: { affected: 1, practice: 1, research: 1, none: 0 },
	points: 2
};

/** A published contribution; returns its number. */
export async function contribute(
	town: Town,
	author: Person,
	title = 'Mehr kleine Wohnungen',
	district: District | null = null
): Promise<number> {
	const id = newId();
	const body = 'Wir brauchen Wohnungen, die man auch mit wenig Geld bezahlen kann.';
	const form = { id, kind: 'proposal' as const, field: 'wohnen', title, body, evidence: '', district };
	const number = await proposals.submit(town.as(author), town.consultationId, form);
	await together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return number;
}

export class Editor {
	readonly #town: Town;
	readonly person: Person;
	constructor(town: Town, person: Person) {
		this.#town = town;
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
	async publish(understood: Understood = []): Promise<number> {
		const { id, number } = await this.draft();
		await strategy.freeze(this.ctx, id, NUMBERS, understood);
		return number;
	}
}

export async function makeEditor(town: Town): Promise<Editor> {
	return new Editor(town, await town.person('none', { roles: ['editor'] }));
}

/** Two versions: in the second, point 1 is reworded, point 2 dropped and point 3 new. Every kind of row is there. */
export async function twoVersions(town: Town) {
	const editor = await makeEditor(town);
	const from = [await contribute(town, await town.person()), await contribute(town, await town.person('research'))];
	await editor.start();
	await editor.add({ from });
	await editor.add({ title: 'Zweiter', field: 'zugang' });
	await strategy.setEditorialNote(editor.ctx, 2, { ...(await editor.marks()), editorialNote: 'Aus dem Landtag' });
	await editor.publish();
	town.at('2027-05-11T12:00:00.000Z');
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
