import * as consultations from '#lib/consultations/consultations.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import * as people from '#lib/people/people.server.ts';
import type { Group, Person } from '#lib/people/person.ts';
import { ANSWERS, QUESTIONS, SheetForm } from '#lib/evaluations/evaluation.ts';
import * as evaluations from '#lib/evaluations/evaluations.server.ts';
import * as hands from '#lib/hands/hands.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as readings from '#lib/readings/readings.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { RoundForm, TicksForm } from '#lib/priorities/priority.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import * as representation from '#lib/representation/representation.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';
import { BallotSheetForm } from '#lib/votes/sheets/sheet.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { contribute, makeEditor } from '../strategy/strategy.ts';
import { releaseReport } from '../machine/released.ts';
import { nextMorning, type TestApp } from '../machine/testApp.ts';

/** Points in the strategy of a crowded town. */
const POINTS = 8;
const MEASURES = 6;
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
	readonly testApp: TestApp;
	readonly #people: Person[] = [];

	constructor(testApp: TestApp) {
		this.testApp = testApp;
	}

	/** A published version about which the people behind its first points were asked. */
	async publish(): Promise<void> {
		const editor = await makeEditor(this.testApp);
		const authors: Person[] = [];
		for (let n = 0; n < 26; n++)
			authors.push(await this.testApp.person(n < 16 ? 'affected' : n < 23 ? 'practice' : 'research'));
		const from: number[] = [];
		for (const [n, author] of authors.entries())
			from.push(await contribute(this.testApp, author, `Beitrag ${n}`, homeOf(n)));
		await editor.start();
		for (let n = 1; n <= POINTS; n++)
			await editor.add({ title: `Punkt ${n}`, from: n < 3 ? from.slice(0, 13 * n) : [] });
		for (let n = 0; n < MEASURES; n++) {
			const { id: version, revision } = await editor.draft();
			const measure = { id: newId(), text: `Maßnahme ${n}`, responsible: 'Land', competence: 'land' } as const;
			await strategy.putMeasure(editor.ctx, 1 + (n % 2), { version, revision, ...measure });
		}
		const { id: version } = await editor.draft();
		await understanding.open(editor.ctx, version);
		for (const [n, author] of authors.entries()) if (n % 3 > 0) await this.#answers(author, version, n);
		const understood = await understanding.figuresOf(editor.ctx, await editor.draft());
		const draft = await editor.draft();
		const audit = await representation.auditOrigins(editor.ctx, draft);
		await editor.publish(understood, await representation.figuresOf(editor.ctx, draft, audit));
		await this.#askWhatComesFirst(editor.ctx);
		await this.testApp.phase('auftakt', '2027-04-01T00:00:00.000Z', '2027-04-15T00:00:00.000Z', ['propose']);
	}

	/** In a phase of its own, which ends after two days. */
	async #askWhatComesFirst(ctx: Ctx): Promise<void> {
		await this.testApp.phase('vorrang', '2027-05-10T00:00:00.000Z', '2027-05-12T00:00:00.000Z', ['prioritise']);
		await priorities.startRound(ctx, 'vorrang');
		const classes = Array.from({ length: MEASURES }, (_, n) => [`class-${n + 1}`, n % 2 ? 'medium' : 'small']);
		const costs = { revision: 1, budget: 6, small: 1, medium: 3, large: 10, ...Object.fromEntries(classes) };
		await priorities.saveCosts(ctx, 'vorrang', RoundForm.parse(costs));
	}

	async #answers(author: Person, version: string, n: number): Promise<void> {
		for (const { pointId, words } of await understanding.asked(this.testApp.as(author))) {
			const answer = n % 13 === 0 ? 'wrong' : 'right';
			await understanding.answer(this.testApp.as(author), { version, point: pointId, words, answer, why: 'So.' });
		}
	}

	/** What happens from morning to night, and the chores of the night. */
	async day(day: number): Promise<void> {
		const { testApp } = this;
		testApp.at(`2027-05-${10 + day}T09:00:00.000Z`);
		await consultations.announcePhases(testApp.as(null));
		for (let n = 0; n < (day === 0 ? 44 : 9); n++) {
			this.#people.push(await testApp.person(GROUPS[(this.#people.length * 3) % 4]));
		}
		if (day === 0) await this.#organisations();
		for (let n = 0; n <= day; n++)
			await contribute(testApp, await testApp.person('affected'), `Beitrag vom Tag ${day}`, homeOf(7 * day + n));
		await this.#vote(day);
		if (day < 2) await this.#tick();
		if (day < 3) await this.#judge(day);
		await this.#useCards('affected', 4 + 3 * day);
		await this.#useCards('practice', 2);
		for (let n = 0; n < 5; n++) await this.#writeDown(day, n);
		await this.#meet(day);
		testApp.at(nextMorning(testApp.now));
		await votes.publishResults(testApp.as(null));
		await priorities.computeResults(testApp.as(null));
		await evaluations.turn(testApp.as(null));
		await votes.publishParticipation(testApp.as(null));
		await opinion.drawLandscapes(testApp.as(null));
		if (day % 2 === 1) await this.#report(day);
		await data.publishEdition(testApp.as(null));
	}

	/** Three of them: of so few nothing is told. */
	async #organisations(): Promise<void> {
		for (const organisation of ['Tafel', 'Kirche', 'Stadt']) {
			const voter = this.testApp.as(await this.testApp.person('research', { organisation }));
			for (let point = 1; point <= POINTS; point++) await votes.castVote(voter, point, 'agree');
		}
	}

	async #vote(day: number): Promise<void> {
		const voting = this.#people.flatMap((person, n) =>
			day === 0 || n % 4 === day % 4
				? Array.from({ length: POINTS }, (_, point) =>
						votes.castVote(this.testApp.as(person), point + 1, choiceOf(n, point + 1, day))
					)
				: []
		);
		await Promise.all(voting);
	}

	async #tick(): Promise<void> {
		for (const [n, person] of this.#people.entries()) {
			const ticks = Array.from({ length: MEASURES }, (_, at) => at + 1).filter(
				(number) => (n + number) % 5 < 2 + (n % 3)
			);
			const form = { revision: 2, ticks: [...new Set([...ticks, 1 + (n % 3), 4, 5])].map(String) };
			await priorities.castTicks(this.testApp.as(person), TicksForm.parse(form));
		}
	}

	/** On paper: of one group many, of one a few, of one nearly all the same. */
	async #judge(day: number): Promise<void> {
		const helper = this.testApp.as(await this.testApp.person('none', { roles: ['helper'] }));
		const word = (n: number, question: number) =>
			ANSWERS[(n * 5 + question * 3 + day) % (question % 2 ? 3 : 2)] ?? 'no';
		for (let n = 0; n < 12; n++) {
			const group = n < 8 ? 'affected' : n < 11 ? 'practice' : 'research';
			const said = Object.fromEntries(QUESTIONS.map((question, at) => [question, n === 8 ? 'yes' : word(n, at)]));
			await evaluations.recordSheet(helper, SheetForm.parse({ id: newId(), phase: 'auftakt', group, ...said }));
		}
	}

	async #useCards(group: Group, size: number): Promise<void> {
		const admin = this.testApp.as(await this.testApp.person('none', { roles: ['admin'] }));
		const form = { id: newId(), label: `Karten ${newId()}`, group, organisation: '', size, days: 30 };
		for (const code of (await batches.issue(admin, form)).codes)
			await people.holderOf(this.testApp.as(null), tidyCode(code));
	}

	async #writeDown(day: number, n: number): Promise<void> {
		const helper = this.testApp.as(await this.testApp.person('none', { roles: ['helper'] }));
		const form = BallotSheetForm.parse({
			...{ id: newId(), version: '1', channel: n < 3 ? 'paper' : 'conversation', place: 'Tagestreff' },
			...{ date: `2027-05-${10 + day}`, group: n < 4 ? 'affected' : 'practice', consent: 'yes' },
			...{ 'choice-1': n % 2 ? 'agree' : 'disagree', 'choice-2': 'agree' }
		});
		await votes.recordSheet(helper, this.testApp.consultationId, form);
	}

	/** Some of those who are there raise no hand. */
	async #meet(day: number): Promise<void> {
		const { testApp } = this;
		const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		const form = {
			...{ id: newId(), label: 'Frühstück', date: `2027-05-${10 + day}`, group: 'affected' as const, people: 20 + day },
			minutes: 'Wohnen ist das Wichtigste.'
		};
		const number = await workshops.open(helper, testApp.consultationId, form);
		const show = (point: number, agree: number, disagree: number) => ({ point, agree, pass: 0, disagree });
		await hands.count(helper, number, [show(1, 9, 5 + day), show(2, 12, 8), show(3, 11, 2 + day)]);
		const reading = `Am Tag ${day}: Wohnen zuerst.`;
		await readings.write(helper, number, { point: 2, reading, agree: 12, pass: day, disagree: 5 });
		await workshops.publish(testApp.as(await testApp.person('none', { roles: ['moderator'] })), number, true);
	}

	async #report(day: number): Promise<void> {
		const publisher = await this.testApp.person('none', { roles: ['publisher'] });
		const form = { id: newId(), title: `Bericht vom Tag ${day}`, foreword: 'An den Ausschuss.' };
		const reader = await this.testApp.person('none', { roles: ['publisher'] });
		await releaseReport(this.testApp.as(reader), this.testApp.as(publisher), this.testApp.consultationId, form);
	}
}
