import type { Kind } from '#lib/proposals/proposal.ts';
import type { BatchKey } from './process.ts';

export interface DemoContribution {
	/** How points and answers below refer to it. */
	key: string;
	field: string;
	kind: Kind;
	by: BatchKey;
	title: string;
	body: string;
	evidence?: string;
	/** How many people support it. */
	supports: number;
	/** Days from today on which it was sent. */
	day: number;
}

/** Written for the demonstration. Nobody said this; many could have. */
export const contributions: readonly DemoContribution[] = [
	{
		key: 'rat',
		field: 'beteiligung',
		kind: 'proposal',
		by: 'affected',
		day: -118,
		supports: 21,
		title: 'Ein Rat von Betroffenen beim Land',
		body: 'Wir werden oft gefragt, wenn alles schon entschieden ist. Ich wünsche mir einen festen Rat. Da sitzen Menschen, die selbst arm sind oder waren. Der Rat trifft sich viermal im Jahr mit dem Ministerium. Und das Ministerium muss schriftlich antworten.'
	},
	{
		key: 'fahrtkosten',
		field: 'beteiligung',
		kind: 'experience',
		by: 'affected',
		day: -117,
		supports: 17,
		title: 'Ich konnte nicht mitreden, weil die Fahrt zu teuer war',
		body: 'Ich war zu einem Gespräch in Düsseldorf eingeladen. Die Fahrt hin und zurück hätte 38 Euro gekostet. Das Geld hätte ich erst später wiederbekommen. So lange kann ich nicht warten. Also bin ich zu Hause geblieben.'
	},
	{
		key: 'honorar',
		field: 'beteiligung',
		kind: 'proposal',
		by: 'verband',
		day: -110,
		supports: 9,
		title: 'Aufwand von Betroffenen bezahlen, ohne Anrechnung',
		body: 'Fachleute bekommen für Gremienarbeit ein Honorar. Menschen mit Armutserfahrung bekommen nichts oder ihr Geld wird auf Leistungen angerechnet. Wir schlagen eine Pauschale vor, die nicht angerechnet wird. Fahrt, Essen und Kinderbetreuung werden vorher bezahlt.'
	},
	{
		key: 'peer',
		field: 'beteiligung',
		kind: 'example',
		by: 'practice',
		day: -104,
		supports: 7,
		title: 'Wohnungslosenrat in unserer Stadt',
		body: 'Bei uns gibt es seit drei Jahren einen Rat aus Menschen, die auf der Straße gelebt haben. Er trifft sich jeden Monat mit dem Sozialdezernat. Zwei Ergebnisse: Die Notunterkunft hat jetzt abschließbare Schränke. Und es gibt eine Duschzeit nur für Frauen.'
	},
	{
		key: 'studie-beteiligung',
		field: 'beteiligung',
		kind: 'evidence',
		by: 'institut',
		day: -101,
		supports: 4,
		title: 'Einmalige Beteiligung verändert wenig',
		body: 'In unseren Gesprächen mit Teilnehmenden aus zwölf Beteiligungsverfahren zeigt sich: Wer nur einmal gefragt wird und keine Antwort erhält, macht kein zweites Mal mit. Wer eine Antwort bekommt, macht auch dann wieder mit, wenn der eigene Vorschlag abgelehnt wurde.',
		evidence: 'Beispielforschung (Demo), Arbeitspapier 7: Rückmeldung und Vertrauen'
	},
	{
		key: 'formulare',
		field: 'zugang',
		kind: 'experience',
		by: 'affected',
		day: -116,
		supports: 26,
		title: 'Für jedes Kind ein eigener Stapel Papier',
		body: 'Ich habe drei Kinder. Für den Schulausflug, das Mittagessen und den Sportverein muss ich drei verschiedene Anträge stellen, für jedes Kind. Immer dieselben Fragen. Ich habe zweimal aufgegeben. Das Geld hätten meine Kinder gebraucht.'
	},
	{
		key: 'automatisch',
		field: 'zugang',
		kind: 'proposal',
		by: 'affected',
		day: -112,
		supports: 31,
		title: 'Wenn das Amt es weiß, soll es von selbst zahlen',
		body: 'Das Amt weiß, dass ich wenig Geld habe. Es weiß, dass ich Kinder habe. Warum muss ich dann noch einen Antrag stellen? Was mir zusteht, soll automatisch kommen.'
	},
	{
		key: 'lotsen',
		field: 'zugang',
		kind: 'example',
		by: 'stadt',
		day: -108,
		supports: 14,
		title: 'Lotsinnen im Familienzentrum',
		body: 'In vier Familienzentren arbeiten bei uns Lotsinnen. Sie füllen Anträge gemeinsam mit den Eltern aus und rufen bei Ämtern an. Seitdem werden deutlich mehr Leistungen für Bildung und Teilhabe beantragt. Das Angebot läuft ohne Termin.'
	},
	{
		key: 'takeup',
		field: 'zugang',
		kind: 'evidence',
		by: 'research',
		day: -106,
		supports: 6,
		title: 'Viele Menschen nehmen nicht in Anspruch, was ihnen zusteht',
		body: 'Scham, fehlende Information und schwierige Formulare sind die drei wichtigsten Gründe, warum Menschen auf Leistungen verzichten. Persönliche Hilfe wirkt stärker als Faltblätter. Hilfen ohne Termin und ohne Antrag erreichen mehr Menschen.',
		evidence: 'Übersicht Nichtinanspruchnahme (Demo), 2026'
	},
	{
		key: 'brief',
		field: 'zugang',
		kind: 'proposal',
		by: 'affected',
		day: -98,
		supports: 24,
		title: 'Briefe, die man versteht',
		body: 'Ich lese gut Deutsch. Aber die Briefe vom Amt verstehe ich nicht. Oben soll in zwei Sätzen stehen: Was ist entschieden? Was muss ich bis wann tun? Und eine Telefonnummer, wo jemand drangeht.'
	},
	{
		key: 'sprache',
		field: 'zugang',
		kind: 'proposal',
		by: 'practice',
		day: -92,
		supports: 11,
		title: 'Dolmetschen auf dem Amt bezahlen',
		body: 'Kinder übersetzen für ihre Eltern beim Amt. Das ist für Kinder eine Last und oft falsch. Bitte bezahlt Sprachmittlung. Ein Telefondienst würde in vielen Fällen schon reichen.'
	},
	{
		key: 'kuemmerer',
		field: 'quartier',
		kind: 'example',
		by: 'practice',
		day: -110.5,
		supports: 19,
		title: 'Eine Person, die sich kümmert',
		body: 'In unserem Projekt im Programm „Zusammen im Quartier“ gab es eine Kollegin, die alle kannten. Sie hat kein Büro mit Tür, sie sitzt im Stadtteilcafé. Familien kamen mit allem zu ihr. Solche Menschen sind der Grund, warum es funktioniert hat.'
	},
	{
		key: 'projektende',
		field: 'quartier',
		kind: 'experience',
		by: 'affected',
		day: -111,
		supports: 22,
		title: 'Immer wenn etwas gut läuft, ist es vorbei',
		body: 'Der Treff bei uns im Block war gut. Meine Tochter hat dort Hausaufgaben gemacht, ich habe Leute kennengelernt. Dann war das Projekt zu Ende. Jetzt ist da wieder nichts. Das macht mehr kaputt, als wenn es nie da gewesen wäre.'
	},
	{
		key: 'programmzahlen',
		field: 'quartier',
		kind: 'evidence',
		by: 'institut',
		day: -107,
		supports: 8,
		title: 'Was von „Zusammen im Quartier“ geblieben ist',
		body: 'Von 2018 bis 2020 wurden 120 Projekte gefördert. Ab Januar 2021 liefen 77 davon weiter, 43 kamen neu dazu. 2022 waren es noch 109, elf hatten keinen neuen Antrag gestellt. Nach dem Ende der Förderung berichtet knapp jede fünfte Kommune, dass Angebote mindestens 2023 weitergehen: mit eigenem Geld, in bestehenden Stellen oder im Ehrenamt. Zwei Dinge machten den Unterschied: gute Vernetzung im Quartier und eine Person, die sich um Kinder, Jugendliche und Familien kümmert.',
		evidence: 'Auswertung des Programms „Zusammen im Quartier – Kinder stärken – Zukunft sichern“, 2018–2022'
	},
	{
		key: 'dauerhaft',
		field: 'quartier',
		kind: 'proposal',
		by: 'verband',
		day: -103,
		supports: 16,
		title: 'Anlaufstellen dauerhaft fördern statt drei Jahre',
		body: 'Quartiersarbeit lebt von Vertrauen. Vertrauen wächst nicht in Förderperioden. Wir schlagen vor: eine Grundförderung ohne Ende für Stadtteile mit viel Armut, und zusätzlich Projektmittel für Neues.'
	},
	{
		key: 'abend',
		field: 'quartier',
		kind: 'proposal',
		by: 'affected',
		day: -95,
		supports: 12,
		title: 'Auch abends und am Wochenende offen',
		body: 'Wer arbeitet, kommt nicht um 14 Uhr zur Beratung. Und sonntags ist man am einsamsten. Bitte auch dann öffnen, wenn die Ämter zu haben.'
	},
	{
		key: 'uebertragen',
		field: 'quartier',
		kind: 'proposal',
		by: 'stadt',
		day: -90,
		supports: 5,
		title: 'Gute Projekte für andere Städte beschreiben',
		body: 'Viele Kommunen erfinden dasselbe noch einmal. Wir brauchen kurze, ehrliche Beschreibungen: Was hat geholfen, was kostet es, was ist schiefgegangen? Und jemanden, den man anrufen kann.'
	},
	{
		key: 'minijob',
		field: 'arbeit',
		kind: 'experience',
		by: 'affected',
		day: -114,
		supports: 13,
		title: 'Drei Minijobs und trotzdem zum Amt',
		body: 'Ich putze morgens, räume mittags Regale ein und trage am Wochenende Zeitungen aus. Trotzdem muss ich aufstocken. Jeden Monat ist das Geld anders, jeden Monat rechnet das Amt neu. Mehr arbeiten bringt fast nichts.'
	},
	{
		key: 'sozialerarbeitsmarkt',
		field: 'arbeit',
		kind: 'proposal',
		by: 'practice',
		day: -96,
		supports: 10,
		title: 'Geförderte Arbeit, die Sinn hat',
		body: 'Menschen, die lange ohne Arbeit waren, brauchen Zeit und Begleitung. Gut sind Stellen im eigenen Stadtteil: Reparaturtreff, Schulküche, Grünpflege. Bitte langfristig fördern und nicht nach zwei Jahren beenden.'
	},
	{
		key: 'kita-arbeit',
		field: 'arbeit',
		kind: 'experience',
		by: 'affected',
		day: -88,
		supports: 15,
		title: 'Ohne Kitaplatz keine Arbeit',
		body: 'Ich bin allein mit zwei Kindern. Ich hatte eine Zusage als Pflegehelferin. Frühschicht ab sechs. Die Kita macht um halb acht auf. Damit war die Stelle weg.'
	},
	{
		key: 'handy',
		field: 'digital',
		kind: 'experience',
		by: 'affected',
		day: -113,
		supports: 18,
		title: 'Mein Datenvolumen ist am Zehnten leer',
		body: 'Alles geht nur noch online: Termin beim Amt, Wohnung suchen, Schule der Kinder. Ich habe ein altes Handy mit Karte zum Aufladen. Um den Zehnten ist das Volumen leer. Dann gibt es mich für das Amt nicht mehr.'
	},
	{
		key: 'wlan',
		field: 'digital',
		kind: 'proposal',
		by: 'affected',
		day: -99,
		supports: 20,
		title: 'Freies WLAN in Unterkünften und Treffs',
		body: 'In der Notunterkunft gibt es kein Internet. Bitte überall, wo arme Menschen hinkommen, freies WLAN und Steckdosen. Ein Platz zum Drucken wäre auch gut.'
	},
	{
		key: 'analog',
		field: 'digital',
		kind: 'proposal',
		by: 'practice',
		day: -87,
		supports: 13,
		title: 'Immer auch ein Weg ohne Internet',
		body: 'Digital ist gut, aber nicht für alle. Jede Leistung muss man auch am Schalter, am Telefon und auf Papier beantragen können. Das darf nicht länger dauern.'
	},
	{
		key: 'regelsatz',
		field: 'einkommen',
		kind: 'proposal',
		by: 'affected',
		day: -109,
		supports: 97,
		title: 'Das Bürgergeld reicht nicht bis zum Monatsende',
		body: 'Ab dem Zwanzigsten gibt es Nudeln. Der Satz muss höher sein. Strom ist teurer geworden, Essen auch. Rechnen Sie selbst einmal damit.'
	},
	{
		key: 'strom',
		field: 'einkommen',
		kind: 'experience',
		by: 'affected',
		day: -86,
		supports: 16,
		title: 'Strom abgestellt mit Kleinkind',
		body: 'Wegen 240 Euro wurde uns der Strom abgestellt. Im Januar. Mit einem Kind von zwei Jahren. Niemand hat vorher mit mir gesprochen, es kamen nur Briefe.'
	},
	{
		key: 'haertefall',
		field: 'einkommen',
		kind: 'example',
		by: 'verband',
		day: -84,
		supports: 9,
		title: 'Notfallfonds gegen Stromsperren',
		body: 'In drei Städten hilft ein kleiner Fonds, wenn eine Sperre droht. Sozialamt, Stadtwerke und Beratungsstelle sprechen miteinander, bevor abgestellt wird. Meist reicht eine Rate.'
	},
	{
		key: 'ticket',
		field: 'mobilitaet',
		kind: 'proposal',
		by: 'affected',
		day: -94,
		supports: 23,
		title: 'Ein Ticket für 10 Euro',
		body: 'Das Deutschlandticket ist für mich zu teuer. Ein Ticket für 10 Euro im Monat, mit dem man überall hinkommt: zum Arzt, zum Amt, zur Tafel, zu Freunden.'
	},
	{
		key: 'land',
		field: 'mobilitaet',
		kind: 'experience',
		by: 'affected',
		day: -82,
		supports: 8,
		title: 'Auf dem Dorf fährt dreimal am Tag ein Bus',
		body: 'Zur Schuldnerberatung sind es 22 Kilometer. Der Bus fährt um sieben hin und um vier zurück. Für ein Gespräch von einer halben Stunde bin ich neun Stunden unterwegs.'
	},
	{
		key: 'sperre',
		field: 'mobilitaet',
		kind: 'proposal',
		by: 'practice',
		day: -70,
		supports: 6,
		title: 'Keine Haft wegen Fahren ohne Fahrschein',
		body: 'Menschen ohne Geld kommen ins Gefängnis, weil sie eine Strafe nicht zahlen können. Das hilft niemandem und kostet viel. Bitte setzen Sie sich im Bund dafür ein, dass das keine Straftat mehr ist.'
	},
	{
		key: 'blick',
		field: 'respekt',
		kind: 'experience',
		by: 'affected',
		day: -105,
		supports: 25,
		title: 'Man sieht es mir an, und dann reden sie anders',
		body: 'Am Schalter werde ich geduzt. Die Dame vor mir wurde gesiezt. Ich habe nichts falsch gemacht. Ich möchte behandelt werden wie alle.'
	},
	{
		key: 'schulung',
		field: 'respekt',
		kind: 'proposal',
		by: 'affected',
		day: -91,
		supports: 18,
		title: 'Schulungen von Betroffenen für Ämter',
		body: 'Wer auf dem Amt arbeitet, soll einmal im Jahr mit uns sprechen. Nicht über uns. Wir erzählen, wie es ist. Und wir hören zu, wie es auf der anderen Seite ist.'
	},
	{
		key: 'stigma',
		field: 'respekt',
		kind: 'evidence',
		by: 'research',
		day: -83,
		supports: 5,
		title: 'Scham kostet Hilfe',
		body: 'Wer sich beim Amt abgewertet fühlt, bricht Anträge häufiger ab und sucht später Hilfe. Freundliche Ansprache und ein fester Ansprechmensch senken die Abbrüche messbar.',
		evidence: 'Befragung in sechs Kommunen (Demo), 2025'
	},
	{
		key: 'beschwerde',
		field: 'respekt',
		kind: 'proposal',
		by: 'practice',
		day: -66,
		supports: 7,
		title: 'Unabhängige Stelle für Beschwerden',
		body: 'Wer sich beschwert, hat Angst vor Nachteilen. Eine Stelle außerhalb des Amtes, bei der man auch ohne Namen sprechen kann, würde helfen.'
	},
	{
		key: 'verein',
		field: 'teilhabe',
		kind: 'experience',
		by: 'affected',
		day: -93,
		supports: 68,
		title: 'Mein Sohn spielt gut Fußball, aber nicht im Verein',
		body: 'Der Beitrag ginge noch. Aber Schuhe, Trikot, Fahrten und die Kuchenkasse, das geht nicht. Er sagt jetzt, Fußball sei doof.'
	},
	{
		key: 'kulturpass',
		field: 'teilhabe',
		kind: 'example',
		by: 'practice',
		day: -78,
		supports: 11,
		title: 'Freie Plätze im Theater',
		body: 'Bei uns melden Theater und Kinos freie Plätze. Ehrenamtliche rufen Menschen mit wenig Geld an. Niemand muss an der Kasse etwas vorzeigen. Das ist der wichtigste Punkt.'
	},
	{
		key: 'klassenfahrt',
		field: 'teilhabe',
		kind: 'proposal',
		by: 'affected',
		day: -72,
		supports: 12,
		title: 'Klassenfahrt zahlen, ohne dass alle es wissen',
		body: 'Die Lehrerin hat vor allen gefragt, wer „vom Amt“ bezahlt wird. Das Geld soll direkt an die Schule gehen, ohne dass Kinder sich melden müssen.'
	},
	{
		key: 'wohnung',
		field: 'wohnen',
		kind: 'experience',
		by: 'affected',
		day: -119,
		supports: 27,
		title: '140 Bewerbungen, keine Wohnung',
		body: 'Ich suche seit zwei Jahren. Sobald ich sage, dass das Jobcenter zahlt, ist das Gespräch vorbei. Ich lebe mit meiner Tochter in einem Zimmer.'
	},
	{
		key: 'housingfirst',
		field: 'wohnen',
		kind: 'example',
		by: 'verband',
		day: -100,
		supports: 20,
		title: 'Zuerst eine Wohnung, dann alles andere',
		body: 'Housing First heißt: Menschen von der Straße bekommen zuerst einen normalen Mietvertrag. Hilfe gibt es dazu, so viel sie wollen. Bei uns wohnen nach zwei Jahren neun von zehn noch in ihrer Wohnung.'
	},
	{
		key: 'buergschaft',
		field: 'wohnen',
		kind: 'proposal',
		by: 'stadt',
		day: -85,
		supports: 9,
		title: 'Das Land bürgt für Mieterinnen und Mieter',
		body: 'Vermieter haben Angst vor Mietausfall. Wenn das Land für die erste Zeit bürgt, vermieten mehr an Menschen mit wenig Geld. Das kostet wenig, weil selten etwas passiert.'
	},
	{
		key: 'zwangsraeumung',
		field: 'wohnen',
		kind: 'proposal',
		by: 'practice',
		day: -76,
		supports: 15,
		title: 'Vor jeder Räumung klingelt jemand',
		body: 'Viele Räumungen wären vermeidbar. Briefe werden nicht geöffnet. Ein Mensch, der klingelt und hilft, findet fast immer einen Weg. Bitte das in jeder Stadt fördern.'
	},
	{
		key: 'kaution',
		field: 'wohnen',
		kind: 'proposal',
		by: 'affected',
		day: -35,
		supports: 6,
		title: 'Kaution als Darlehen macht arm',
		body: 'Ich zahle die Kaution jeden Monat vom Bürgergeld ab. Drei Jahre lang fehlen mir 50 Euro. Bitte eine Kautionsbürgschaft statt Darlehen.'
	},
	{
		key: 'sommer',
		field: 'quartier',
		kind: 'experience',
		by: 'affected',
		day: -20,
		supports: 4,
		title: 'Im Sommer wird es in der Wohnung 35 Grad',
		body: 'Unterm Dach ist es im Sommer nicht auszuhalten. Im Quartier gibt es keinen kühlen Ort ohne Kaufzwang. Ein offener Raum mit Wasser würde helfen.'
	},
	{
		key: 'jugendrat',
		field: 'beteiligung',
		kind: 'proposal',
		by: 'practice',
		day: -12,
		supports: 3,
		title: 'Auch Kinder und Jugendliche fragen',
		body: 'In diesem Verfahren sprechen Erwachsene über Kinder. Kinder wissen selbst, was ihnen fehlt. Bitte fragt sie dort, wo sie sind: in der Schule und im Jugendzentrum.'
	}
];

/** Sent in the last days and not yet read by moderation: the queue shows life. */
export const waiting = [
	{
		field: 'zugang',
		kind: 'experience',
		by: 'affected',
		day: -4,
		title: 'Warteschleife 40 Minuten',
		body: 'Ich habe eine Prepaid-Karte. Nach 40 Minuten Warteschleife war mein Guthaben leer. Gesprochen habe ich mit niemandem.'
	},
	{
		field: 'wohnen',
		kind: 'proposal',
		by: 'affected',
		day: -2,
		title: 'Leerstand nutzen',
		body: 'In meiner Straße stehen sechs Wohnungen leer. Der Verwalter, Herr Beispiel, Telefon 0211 555 0199, geht nicht dran. Bitte leere Wohnungen vermieten.'
	},
	{
		field: 'digital',
		kind: 'example',
		by: 'practice',
		day: -1,
		title: 'Handy-Sprechstunde im Stadtteilladen',
		body: 'Jeden Dienstag helfen Jugendliche beim Einrichten von Handys. Es kommen vor allem ältere Menschen und Menschen ohne feste Wohnung.'
	}
] as const;
