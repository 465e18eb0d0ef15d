import * as hands from '#lib/hands/hands.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { SheetForm } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found } from '#lib/verdict.ts';
import { BallotSheetForm } from '#lib/votes/sheets/sheet.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { instant } from '../../../commands/demo/cast.ts';
import { type DemoTown } from './town.ts';

/** What a helper wrote down for people who do not write: invented, like everything here. */
const SAID = [
	{
		day: -24,
		channel: 'conversation',
		readBack: 'yes',
		kind: 'experience',
		field: 'wohnen',
		title: 'Ohne Adresse kein Konto, ohne Konto keine Wohnung',
		body: 'Ich lebe seit einem Jahr auf der Straße. Für eine Wohnung brauche ich ein Konto. Für das Konto brauche ich eine Adresse. Wer bricht diesen Kreis?'
	},
	{
		day: -23,
		channel: 'paper',
		kind: 'proposal',
		field: 'zugang',
		title: 'Ein Schalter, an dem alles geht',
		body: 'Ich bin 71 und laufe von Amt zu Amt. Es soll einen Schalter geben, an dem ich alles abgeben kann. Die Ämter sollen die Papiere dann unter sich verteilen.'
	},
	{
		day: -1,
		channel: 'telephone',
		readBack: 'yes',
		kind: 'experience',
		field: 'mobilitaet',
		title: 'Der letzte Bus fährt um sechs',
		body: 'Ich putze abends in der Stadt. Wenn ich fertig bin, fährt kein Bus mehr zu uns raus. Ich laufe dann eine Stunde.'
	}
] as const;

/** Two are published; the one of yesterday still waits. */
export async function writeDown(town: DemoTown, consultationId: string): Promise<void> {
	for (const { day, ...said } of SAID) {
		const head = { date: instant(day).slice(0, 10), place: 'Tagestreff Sonnenplatz (Demo)', group: 'affected' };
		const form = SheetForm.parse({ id: newId(), consent: 'yes', ...head, ...said });
		await recording.recordSheet(town.as(town.staff.helferin, day), consultationId, form);
		if (day > -20) continue;
		await publish(town, form.id, day + 0.8);
	}
}

const FLIP_CHART = `Was ist das Schlimmste?
Warten. Auf Briefe, auf Geld, auf eine Wohnung.

Was hilft?
Jemand, der mitgeht. Ein Ort, an dem man nichts kaufen muss.

Was soll das Land zuerst tun?
Wohnungen. Und Leute am Telefon, die helfen dürfen.`;

const FROM_SHEETS = [
	{
		title: 'Jemand, der mitgeht',
		body: 'Allein gehe ich nicht mehr aufs Amt. Mit jemandem aus dem Treff schon. Es soll Leute geben, die mitgehen.',
		field: 'zugang'
	},
	{
		title: 'Ein Ort, an dem man nichts kaufen muss',
		body: 'Im Winter sitzen wir in der Bücherei. Wir brauchen einen warmen Raum, der auch am Sonntag offen ist.',
		field: 'quartier'
	},
	{
		title: 'Wohnungen statt Notbetten',
		body: 'Ein Bett für eine Nacht ist keine Lösung. Gebt uns eine Tür, die man abschließen kann.',
		field: 'wohnen'
	}
] as const;

/** A meeting with what stood on its flip chart, three contributions from it and two shows of hands; all of it public. Returns the id of its record. */
export async function meet(town: DemoTown, consultationId: string, points: readonly number[]): Promise<string> {
	const [day, label, group] = [-4, 'Frühstück im Tagestreff Sonnenplatz (Demo)', 'affected' as const];
	const date = instant(day - 1).slice(0, 10);
	const helper = town.as(town.staff.helferin, day);
	const workshopId = newId();
	const form = { id: workshopId, label, date, group, people: 14, minutes: FLIP_CHART };
	const number = await workshops.open(helper, consultationId, form);
	const head = { channel: 'workshop', date, place: label, group, consent: 'yes', readBack: 'yes', whose: 'group' };
	for (const said of FROM_SHEETS) {
		const sheet = SheetForm.parse({ id: newId(), kind: 'proposal', ...head, ...said });
		await recording.recordSheet(helper, consultationId, { ...sheet, workshopId });
		await publish(town, sheet.id, day + 0.5);
	}
	const shows = points.map((point, index) => ({ point, agree: 11 - index * 4, pass: 1 + index, disagree: 2 + index }));
	await hands.count(helper, number, shows);
	await workshops.publish(town.as(town.staff.moderation, day + 0.6), number, true);
	return workshopId;
}

const VOICES = 16;

/** Sixteen people at the day centre vote with the helper, from paper; a few skip a point. */
export async function voteOnPaper(town: DemoTown, consultationId: string, day: number): Promise<void> {
	const helper = town.as(town.staff.helferin, day);
	const version = found(await strategy.latestHead(helper, consultationId), 'version').number;
	const points = await strategy.currentPoints(helper, consultationId);
	const date = instant(day).slice(0, 10);
	const head = { channel: 'paper', date, place: 'Tagestreff Sonnenplatz (Demo)', group: 'affected', consent: 'yes' };
	for (let voice = 0; voice < VOICES; voice++) {
		const crosses = points.map(({ number }, index) => {
			const lot = (voice * 7 + index * 5) % 11;
			return [`choice-${number}`, lot < 7 ? 'agree' : lot < 8 ? 'pass' : lot < 10 ? 'disagree' : ''];
		});
		const form = { id: newId(), ...head, version: String(version), ...Object.fromEntries(crosses) };
		await votes.recordSheet(helper, consultationId, BallotSheetForm.parse(form));
	}
}

async function publish(town: DemoTown, subjectId: string, day: number): Promise<void> {
	const decision = { id: newId(), kind: 'proposal', subjectId, seen: 'waiting', deed: 'publish' } as const;
	await moderation.decide(town.as(town.staff.moderation, day), decision);
}
