import { tidyCode } from '#lib/people/code.ts';
import * as batches from '#lib/people/batches.server.ts';
import * as people from '#lib/people/people.server.ts';
import type { Group, Person } from '#lib/people/person.ts';
import * as hands from '#lib/hands/hands.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as workshops from '#lib/recording/workshops.server.ts';
import { newId } from '#lib/server/ids.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';
import { BallotSheetForm } from '#lib/votes/sheet.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { contribute, makeEditor } from './strategy.ts';
import { releaseReport } from './released.ts';
import { nextMorning, type Town } from './town.ts';

/** Points in the strategy of a crowded town. */
export const POINTS = 8;
/** For the n-th who comes. */
const GROUPS = ['practice', 'none', 'research', 'affected'] as const;
/** Where the n-th who contributes lives: many here, a few there, one alone; some say nothing. */
const HOMES = ['05315', '05913', '05315', null, '05315', '05113', '05315', '05913', '05315', '05154', '05315'] as const;
const homeOf = (n: number) => HOMES[n % HOMES.length] ?? null;

/** Two camps; a few leave their camp; some change their minds every day. */
function choiceOf(person: number, point: number, day: number) {
	const mood = (person * 7 + point * 5 + day * (person % 9 === 0 ? 3 : 0)) % 13;
	if (mood === 0) return 'pass';
	const side = person % 5 < 3 === (point % 2 === 0);
	return side === mood < 11 ? 'agree' : 'disagree';
}

/**
 * A town in which a little happens every day, of everything that is published as a number: people vote and think again,
 * helpers write votes down, cards are used, hands are raised at meetings, people say whether they were understood.
 */
export class Crowd {
	readonly town: Town;
	readonly #people: Person[] = [];

	constructor(town: Town) {
		this.town = town;
	}

	/** A published version about which the people behind its first points were asked. */
	async publish(): Promise<void> {
		const editor = await makeEditor(this.town);
		const authors: Person[] = [];
		for (let n = 0; n < 26; n++)
			authors.push(await this.town.person(n < 16 ? 'affected' : n < 23 ? 'practice' : 'research'));
		const from: number[] = [];
		for (const [n, author] of authors.entries())
			from.push(await contribute(this.town, author, `Beitrag ${n}`, homeOf(n)));
		await editor.start();
		for (let n = 1; n <= POINTS; n++)
			await editor.add({ title: `Punkt ${n}`, from: n < 3 ? from.slice(0, 13 * n) : [] });
		const { id: version } = await editor.draft();
		await understanding.open(editor.ctx, version);
		for (const [n, author] of authors.entries()) if (n % 3 > 0) await this.#answers(author, version, n);
		const understood = await understanding.figuresOf(editor.ctx, version);
		await editor.publish(understood);
	}

	async #answers(author: Person, version: string, n: number): Promise<void> {
		for (const { pointId, words } of await understanding.asked(this.town.as(author))) {
			const answer = n % 13 === 0 ? 'wrong' : 'right';
			await understanding.answer(this.town.as(author), { version, point: pointId, words, answer, why: 'So.' });
		}
	}

	/** What happens from morning to night, and the chores of the night. */
	async day(day: number): Promise<void> {
		const { town } = this;
		town.at(`2027-05-${10 + day}T09:00:00.000Z`);
		for (let n = 0; n < (day === 0 ? 44 : 9); n++) {
			this.#people.push(await town.person(GROUPS[(this.#people.length * 3) % 4]));
		}
		if (day === 0) await this.#organisations();
		for (let n = 0; n <= day; n++)
			await contribute(town, await town.person('affected'), `Beitrag vom Tag ${day}`, homeOf(7 * day + n));
		await this.#vote(day);
		await this.#useCards('affected', 4 + 3 * day);
		await this.#useCards('practice', 2);
		for (let n = 0; n < 5; n++) await this.#writeDown(day, n);
		await this.#meet(day);
		town.at(nextMorning(town.now));
		await votes.publishResults(town.as(null));
		await votes.publishParticipation(town.as(null));
		await opinion.drawLandscapes(town.as(null));
		if (day % 2 === 1) await this.#report(day);
		await data.publishEdition(town.as(null));
	}

	/** Three of them: of so few nothing is told. */
	async #organisations(): Promise<void> {
		for (const organisation of ['Tafel', 'Kirche', 'Stadt']) {
			const voter = this.town.as(await this.town.person('research', { organisation }));
			for (let point = 1; point <= POINTS; point++) await votes.cast(voter, point, 'agree');
		}
	}

	async #vote(day: number): Promise<void> {
		const voting = this.#people.flatMap((person, n) =>
			day === 0 || n % 4 === day % 4
				? Array.from({ length: POINTS }, (_, point) =>
						votes.cast(this.town.as(person), point + 1, choiceOf(n, point + 1, day))
					)
				: []
		);
		await Promise.all(voting);
	}

	async #useCards(group: Group, size: number): Promise<void> {
		const admin = this.town.as(await this.town.person('none', { roles: ['admin'] }));
		const form = { id: newId(), label: `Karten ${newId()}`, group, organisation: '', size, days: 30 };
		for (const code of (await batches.issue(admin, form)).codes)
			await people.holderOf(this.town.as(null), tidyCode(code));
	}

	async #writeDown(day: number, n: number): Promise<void> {
		const helper = this.town.as(await this.town.person('none', { roles: ['helper'] }));
		const form = BallotSheetForm.parse({
			...{ id: newId(), version: '1', channel: n < 3 ? 'paper' : 'conversation', place: 'Tagestreff' },
			...{ date: `2027-05-${10 + day}`, group: n < 4 ? 'affected' : 'practice', consent: 'yes' },
			...{ 'choice-1': n % 2 ? 'agree' : 'disagree', 'choice-2': 'agree' }
		});
		await votes.putDown(helper, this.town.consultationId, form);
	}

	/** Some of those who are there raise no hand. */
	async #meet(day: number): Promise<void> {
		const { town } = this;
		const helper = town.as(await town.person('none', { roles: ['helper'] }));
		const form = {
			...{ id: newId(), label: 'Frühstück', date: `2027-05-${10 + day}`, group: 'affected' as const, people: 20 + day },
			minutes: 'Wohnen ist das Wichtigste.'
		};
		const number = await workshops.open(helper, town.consultationId, form);
		const show = (point: number, agree: number, disagree: number) => ({ point, agree, pass: 0, disagree });
		await hands.count(helper, number, [show(1, 9, 5 + day), show(2, 12, 8), show(3, 11, 2 + day)]);
		await workshops.publish(town.as(await town.person('none', { roles: ['moderator'] })), number, true);
	}

	async #report(day: number): Promise<void> {
		const publisher = await this.town.person('none', { roles: ['publisher'] });
		const form = { id: newId(), title: `Bericht vom Tag ${day}`, foreword: 'An den Ausschuss.' };
		const reader = await this.town.person('none', { roles: ['publisher'] });
		await releaseReport(this.town.as(reader), this.town.as(publisher), this.town.consultationId, form);
	}
}
