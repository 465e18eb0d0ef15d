import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { number, object, objects, text, type JsonObject } from '../values.ts';
import type { Document } from './documents.ts';

/**
 * Whom a version stands for, from the sums sealed with it: whether parts come to their wholes, and whether those who are
 * said to be owed something are a part large enough for it (EJR+: of k themes, a part of ℓ / k may expect ℓ).
 */
const WEIGHINGS = { groups: 'jede Gruppe zählt gleich', people: 'jeder Mensch zählt gleich' } as const;
type Weighing = keyof typeof WEIGHINGS;

export function checkRepresentation(edition: Edition, documents: readonly Document[]): Finding[] {
	const found = new Findings('Vertretung');
	let held = 0;
	const said = new Set<number>();
	for (const { number: which, content } of documents.filter(({ kind }) => kind === 'version')) {
		const sealed = object(content.represented);
		if (number(sealed.chosen) === null) continue;
		said.add(which);
		checkTables(edition, which, sealed, found);
		for (const group of objects(sealed.groups)) checkGroup(`Fassung ${which}`, group, found);
		for (const violation of objects(sealed.violations))
			for (const weighing of ['groups', 'people'] as const)
				if (violation[weighing] && !checkOwed(which, sealed, violation, weighing, found)) held++;
	}
	for (const table of ['vertretung', 'fehlendes'])
		for (const row of rowsOf(edition, table))
			if (!said.has(number(row.fassung) ?? 0))
				found.wrong(`${table}: Bei Fassung ${String(row.fassung)} ist dazu nichts versiegelt.`);
	if (held > 0)
		found.open(
			`Bei ${held} Angaben darüber, was fehlt, sind Zahlen zurückgehalten. Ob der Teil groß genug ist, lässt sich hier nicht rechnen.`,
			held
		);
	return found.done('{count} Angaben darüber, wen die Fassungen vertreten, sind neu gerechnet und stimmen.');
}

function checkGroup(name: string, group: JsonObject, found: Findings): void {
	const [people, covered, without] = [number(group.people), number(group.covered), number(group.without)];
	for (const count of [people, covered, without])
		if (count !== null)
			found.expect(
				count === 0 || count >= 5,
				() => `${name}, ${text(group.group)}: Hinter der Zahl ${count} stehen weniger als fünf Menschen.`
			);
	if (people !== null && covered !== null && without !== null)
		found.expect(
			covered + without === people,
			() => `${name}, ${text(group.group)}: ${covered} und ${without} sind nicht ${people}.`
		);
}

/** False: too much is held back to compute it. */
function checkOwed(
	which: number,
	sealed: JsonObject,
	violation: JsonObject,
	weighing: Weighing,
	found: Findings
): boolean {
	const name = `Fassung ${which}, »${text(violation.title)}« (${WEIGHINGS[weighing]})`;
	found.expect(
		text(violation.reason) !== '',
		() => `${name}: Es fehlt der Grund, warum es nicht in der Fassung steht.`
	);
	const owed = object(violation[weighing]);
	const [deserved, chosen, percent] = [number(owed.deserved), number(sealed.chosen) ?? 0, number(owed.percent)];
	const parts = objects(owed.people).map(({ group, count }) => ({
		group: text(group),
		count: number(count),
		of: number(objects(sealed.groups).find((one) => one.group === group)?.people)
	}));
	const part = partOf(parts, weighing);
	if (deserved === null || part === null) return false;
	found.expect(
		part * chosen >= deserved - 1e-9,
		() => `${name}: ${round(part)} Prozent sind zu wenig, um ${deserved} von ${chosen} zu erwarten.`
	);
	if (percent !== null)
		found.expect(
			percent === Math.floor(100 * part + 1e-9),
			() => `${name}: Angegeben sind ${percent} Prozent, gerechnet ${round(part)}.`
		);
	return true;
}

const round = (share: number) => (100 * share).toFixed(2);

/** Which part of everybody they are; null: something of it is held back. Whoever is in no group counts as one of the people only. */
function partOf(
	parts: readonly { group: string; count: number | null; of: number | null }[],
	weighing: Weighing
): number | null {
	const counted = weighing === 'people' ? parts : parts.filter(({ group }) => group !== 'none');
	let [sum, all] = [0, 0];
	for (const { count, of } of counted) {
		if (count === null || of === null) return null;
		if (of === 0) continue;
		sum += weighing === 'people' ? count : count / of;
		all += weighing === 'people' ? of : 1;
	}
	return all === 0 ? null : sum / all;
}

function checkTables(edition: Edition, which: number, sealed: JsonObject, found: Findings): void {
	const same = (table: string, told: readonly JsonObject[]) => {
		const rows = rowsOf(edition, table).filter((row) => row.fassung === which);
		found.expect(
			rows.length === told.length,
			() => `${table}: Bei Fassung ${which} stehen ${rows.length} Zeilen, versiegelt sind ${told.length}.`
		);
		for (const [place, facts] of told.entries())
			found.same(
				`${table}: Bei Fassung ${which}, Zeile ${place + 1}`,
				rows[place] ?? {},
				facts,
				'Im versiegelten Text'
			);
	};
	same(
		'vertretung',
		objects(sealed.groups).map((one) => ({
			anliegen: sealed.chosen ?? null,
			gruppe: one.group ?? null,
			menschen: one.people ?? null,
			vertreten: one.covered ?? null,
			nicht_vertreten: one.without ?? null,
			vertreten_mindestens_prozent: object(one.mostly).of === 'covered' ? (object(one.mostly).percent ?? null) : null,
			zurueckgehalten: number(one.covered) === null || number(one.without) === null
		}))
	);
	same('fehlendes', missingOf(sealed));
}

/** By version, what is sealed of what is missing, as its rows. */
const missingOf = (sealed: JsonObject): JsonObject[] =>
	objects(sealed.violations).flatMap((one) =>
		(['groups', 'people'] as const).flatMap((weighing) => {
			const owed = object(one[weighing]);
			if (!one[weighing]) return [];
			return [
				{
					stapel: one.cluster ?? null,
					titel: one.title ?? null,
					grund: one.reason ?? null,
					gewichtung: weighing,
					erwartet: owed.deserved ?? null,
					von: sealed.chosen ?? null,
					prozent: owed.percent ?? null,
					zurueckgehalten: number(owed.percent) === null
				}
			];
		})
	);
