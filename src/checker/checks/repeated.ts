import { rowsOf, type Edition } from '../edition.ts';
import { Findings, type Finding } from '../finding.ts';
import { germanDay, number, object, objects, text, type Json, type JsonObject } from '../values.ts';
import { firstDigests, type Document } from './documents.ts';

/** Reports, landscapes and addenda: whether the tables say of each what its sealed text says. */
export function checkRepeated(edition: Edition, documents: readonly Document[]): Finding[] {
	const found = new Findings('Wiederholtes');
	checkDocumentRows(edition, documents, found);
	checkLandscapes(edition, documents, found);
	checkAddenda(edition, documents, found);
	checkWithdrawals(edition, found);
	checkReportRows(edition, documents, found);
	return found.done('{count} Angaben zu Berichten, Meinungsbildern und Nachträgen sind die, die versiegelt sind.');
}

const SEALED = 'Im versiegelten Text';

/** The day and the process beside each text are those in it. */
function checkDocumentRows(edition: Edition, documents: readonly Document[], found: Findings): void {
	const ids = new Map(rowsOf(edition, 'verfahren').map((row) => [row.kennung, row.kurzname]));
	const days = new Map<string, Json>();
	for (const [kind, table] of Object.entries({ report: 'berichte', reportNow: 'berichte' }))
		for (const row of rowsOf(edition, table)) days.set(`${kind} ${String(row.nummer)}`, row.veroeffentlicht ?? null);
	for (const { kind, number: which, row, content } of documents) {
		const at = text(content.publishedAt) || text(content.at);
		const day = at ? germanDay(at) : days.get(`${kind} ${which}`);
		const process = ids.get(text(content.consultation));
		found.same(
			`dokumente: Bei ${kind} ${which}`,
			row,
			{
				...(day === undefined ? {} : { veroeffentlicht: day }),
				...(process === undefined ? {} : { verfahren: process })
			},
			'Sonst'
		);
		if (['version', 'versionNow', 'addendum'].includes(kind))
			found.expect(process !== undefined, () => `dokumente: ${kind} ${which} gehört zu keinem Verfahren der Ausgabe.`);
		found.expect(
			content.number === undefined || content.number === which,
			() => `dokumente: ${kind} ${which} nennt sich im Text anders.`
		);
	}
	const pairs = { fassungen: 'version', berichte: 'report', nachtraege: 'addendum', meinungsbilder: 'landscape' };
	for (const [table, kind] of Object.entries(pairs)) {
		const told = new Set(rowsOf(edition, table).map((row) => row.nummer));
		for (const one of documents.filter((document) => document.kind === kind))
			found.expect(told.has(one.number), () => `${table}: Nummer ${one.number} fehlt. Ihr Text ist da.`);
		for (const which of told)
			found.expect(
				documents.some((one) => one.kind === kind && one.number === which),
				() => `dokumente: Der Text zu ${table}, Nummer ${String(which)}, fehlt.`
			);
	}
}

const percent = (share: Json | undefined) => (typeof share === 'number' ? Math.round(share * 100) : null);

function checkLandscapes(edition: Edition, documents: readonly Document[], found: Findings): void {
	for (const { number: which, content, digest } of documents.filter(({ kind }) => kind === 'landscape')) {
		const row = rowsOf(edition, 'meinungsbilder').find((one) => one.nummer === which);
		if (!row) continue;
		const told = {
			veroeffentlicht: germanDay(text(content.at)),
			teilnehmende: content.people,
			punkte: objects(content.points).length,
			meinungsgruppen: objects(content.groups).length,
			...(content.verdict === undefined ? {} : { befund: content.verdict }),
			grund: content.cause,
			stabilitaet: percent(content.stability),
			trennung: percent(content.silhouette),
			trennung_durch_zufall: percent(content.byChance),
			rechenweg: content.method,
			startwert: content.seed,
			eingabe: content.input,
			pruefsumme: digest
		};
		found.same(`meinungsbilder: Bei Nummer ${which}`, row, told, SEALED);
	}
}

function checkAddenda(edition: Edition, documents: readonly Document[], found: Findings): void {
	const addenda = documents.filter(({ kind }) => kind === 'addendum').sort((a, b) => a.number - b.number);
	const digests = firstDigests(documents);
	for (const { number: which, content } of addenda) {
		const row = rowsOf(edition, 'nachtraege').find((one) => one.nummer === which);
		if (!row) continue;
		const [target, correction] = [object(content.target), object(content.correction)];
		const told = {
			art: content.kind,
			zu_art: target.kind,
			zu_nummer: target.number,
			titel: content.title,
			stelle: correction.place,
			alt: correction.old,
			neu: correction.new,
			grund: content.reason,
			veroeffentlicht: germanDay(text(content.publishedAt)),
			nachfolger: content.successor,
			pruefsumme: digests.get(`addendum ${which}`)
		};
		found.same(`nachtraege: Bei Nummer ${which}`, row, told, SEALED);
	}
	checkStates(documents, addenda, found);
}

/** What addenda say of a text, one after the other, ends with the text that is there. */
function checkStates(documents: readonly Document[], addenda: readonly Document[], found: Findings): void {
	const last = new Map<string, string>();
	for (const { number: which, content } of addenda)
		for (const state of objects(content.states)) {
			const key = `${text(object(state.of).kind)}${state.text === 'now' ? 'Now' : ''} ${String(object(state.of).number)}`;
			const before = last.get(key);
			found.expect(
				before === undefined || before === state.before,
				() => `Nachtrag ${which} ändert einen anderen Text, als vor ihm da war.`
			);
			last.set(key, text(state.after));
		}
	for (const { kind, number: which, digest } of documents) {
		const told = last.get(`${kind} ${which}`);
		found.expect(
			told === undefined ? !kind.endsWith('Now') : told === digest,
			() => `dokumente: ${kind} ${which} ist nicht der Text, den die Nachträge nennen.`
		);
	}
	for (const [key, after] of last)
		if (/^(version|report)Now /.test(key))
			found.expect(
				documents.some((one) => one.digest === after),
				() => `dokumente: ${key} fehlt, obwohl ein Nachtrag den Text nennt.`
			);
}

/** Whatever was withdrawn says so in its own table, and nothing else does. */
function checkWithdrawals(edition: Edition, found: Findings): void {
	const withdrawn = rowsOf(edition, 'nachtraege').filter((row) => row.art === 'withdrawal');
	for (const [table, kind] of Object.entries({ aufrufe: 'call', berichte: 'report' }))
		for (const row of rowsOf(edition, table)) {
			const own = withdrawn.find((one) => one.zu_art === kind && one.zu_nummer === row.nummer);
			const told = { zurueckgezogen: own?.veroeffentlicht, nachfolger: own?.nachfolger };
			found.same(`${table}: Bei Nummer ${String(row.nummer)}`, row, told, 'In den Nachträgen');
		}
}

function checkReportRows(edition: Edition, documents: readonly Document[], found: Findings): void {
	const digests = firstDigests(documents);
	const reports = documents.filter(({ kind }) => kind === 'report').sort((a, b) => a.number - b.number);
	for (const first of reports) {
		const now = documents.find((one) => one.kind === 'reportNow' && one.number === first.number) ?? first;
		const figures = object(first.content.figures);
		const row = rowsOf(edition, 'berichte').find((one) => one.nummer === first.number);
		if (row) {
			const versions = objects(figures.versions).map((one) => number(one.number) ?? 0);
			const told = {
				titel: now.content.title,
				...(versions.length === 0 ? {} : { fassung: Math.max(...versions) }),
				pruefsumme: digests.get(`report ${first.number}`)
			};
			found.same(`berichte: Bei Nummer ${first.number}`, row, told, SEALED);
			found.expect(
				text(row.veroeffentlicht) >= germanDay(text(figures.asOf)),
				() => `berichte: Nummer ${first.number} ist älter als die Zahlen darin.`
			);
		}
		checkVersionsIn(`Bericht ${first.number}`, figures, documents, found);
	}
	const newest = reports.at(-1);
	if (newest) checkNewest(edition, newest, found);
}

function checkVersionsIn(name: string, figures: JsonObject, documents: readonly Document[], found: Findings): void {
	for (const told of objects(figures.versions)) {
		const version = documents.find((one) => one.kind === 'version' && one.number === told.number);
		if (!version) {
			found.wrong(`${name} nennt Fassung ${String(told.number)}. Die fehlt.`);
			continue;
		}
		const { title, kind, publishedAt, points } = version.content;
		found.same(
			`${name}: Bei Fassung ${version.number}`,
			told,
			{ title, kind, publishedAt, points: objects(points).length },
			SEALED
		);
	}
}

/** What the newest report says of calls and organisations, where nothing came after it. */
function checkNewest(edition: Edition, { number: which, content }: Document, found: Findings): void {
	const figures = object(content.figures);
	const corrected = new Set(
		rowsOf(edition, 'nachtraege').flatMap((row) => (row.zu_art === 'call' ? [row.zu_nummer] : []))
	);
	for (const told of objects(figures.calls)) {
		const row = rowsOf(edition, 'aufrufe').find((one) => one.nummer === told.number);
		if (!row) found.wrong(`aufrufe: Nummer ${String(told.number)} fehlt. Bericht ${which} nennt den Aufruf.`);
		else if (!corrected.has(row.nummer)) {
			const facts = { titel: told.title, fassung: told.version, veroeffentlicht: germanDay(text(told.publishedAt)) };
			found.same(`aufrufe: Bei Nummer ${String(row.nummer)}`, row, facts, `In Bericht ${which}`);
		}
	}
	const day = germanDay(text(figures.asOf));
	checkVotes(edition, which, figures, found);
	for (const point of objects(figures.points)) {
		const told = objects(point.positions);
		const rows = rowsOf(edition, 'positionen').filter((row) => row.punkt === point.number);
		for (const { organisation, choice } of told) {
			const own = rows.filter((row) => row.organisation === organisation);
			const older = own.filter((row) => text(row.seit) < day);
			if (own.length === 0)
				found.open(
					`positionen: Bei Punkt ${String(point.number)} steht ${text(organisation)} nicht mehr. Bericht ${which} nennt die Haltung. Vielleicht ist sie zurückgenommen.`
				);
			else if (older.length === own.length)
				found.expect(
					older.some((row) => row.wahl === choice),
					() =>
						`positionen: Bei Punkt ${String(point.number)} steht ${text(organisation)} anders, als in Bericht ${which} versiegelt ist.`
				);
		}
	}
}

/** Figures that are no newer than the newest report are those in it. */
function checkVotes(edition: Edition, which: number, figures: JsonObject, found: Findings): void {
	const day = germanDay(text(figures.asOf));
	const version = Math.max(0, ...objects(figures.versions).map((one) => number(one.number) ?? 0));
	for (const point of objects(figures.points)) {
		const round = object(point.round);
		const rows = rowsOf(edition, 'ergebnisse').filter(
			(row) =>
				row.punkt === point.number &&
				row.phase === round.phase &&
				row.wer === 'person' &&
				text(row.stand) < day &&
				text(row.fassungen).split(', ').includes(String(version))
		);
		if (rows.length === 0) continue;
		for (const sealed of objects(round.persons)) {
			const row = rows.find((one) => one.gruppe === sealed.group);
			const name = `ergebnisse: Punkt ${String(point.number)}, ${text(sealed.group)}`;
			const nobody = sealed.state === 'none' ? 0 : null;
			const told =
				sealed.state === 'counted'
					? { stimmen: sealed.n, zustimmung: sealed.agree, weiss_nicht: sealed.pass, ablehnung: sealed.disagree }
					: { stimmen: nobody, zustimmung: nobody, weiss_nicht: nobody, ablehnung: nobody };
			const mostly = object(sealed.mostly);
			const floor = { mindestens_prozent: percent(mostly.share), mindestens_wahl: mostly.choice };
			if (!row) found.wrong(`${name}: Die Zeile fehlt. Bericht ${which} nennt sie.`);
			else found.same(name, row, { ...told, ...floor }, `In Bericht ${which}`);
		}
	}
}
