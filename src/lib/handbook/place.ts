import { chapterHref, HANDBOOK, type ChapterSlug } from './chapter.ts';

interface Place {
	chapter: ChapterSlug;
	anchor: string;
}

const of = (chapter: ChapterSlug, ...anchors: string[]) =>
	anchors.map((anchor): [string, Place] => [anchor, { chapter, anchor }]);
const at = (route: string, chapter: ChapterSlug, anchor: string): [string, Place] => [route, { chapter, anchor }];

/** Where the work at a page is described, by its route below /werkstatt. What is missing is described with the page above it. */
export const PLACES: ReadonlyMap<string, Place> = new Map([
	at('', 'alle', 'uebersicht'),
	at('suche', 'alle', 'alles-durchsuchen'),
	at('ansichten', 'alle', 'gemerkte-auswahl'),
	at('zugang', 'alle', 'ihr-zugang'),
	at('handbuch', 'alle', 'handbuch'),
	...of('helfen', 'erfassen', 'treffen', 'karten'),
	at('erfassen/viele', 'helfen', 'viele-auf-einmal'),
	at('erfassen/kommentar', 'helfen', 'kommentar'),
	at('erfassen/bewertung', 'helfen', 'wie-war-es'),
	at('erfassen/vorrang', 'helfen', 'wo-anfangen'),
	at('erfassen/stimmen', 'helfen', 'stimmen'),
	at('erfassen/boegen', 'helfen', 'erfassen'),
	at('erfassen/stimmen/boegen', 'helfen', 'boegen-einlesen'),
	at('erfassen/stimmen/einlesen', 'helfen', 'boegen-einlesen'),
	at('erfassen/liste', 'helfen', 'erfasstes'),
	at('erfassen/stimmen/liste', 'helfen', 'erfasstes'),
	at('treffen/termine', 'helfen', 'kommende-treffen'),
	at('karten/dank', 'helfen', 'fahrgeld-und-dank'),
	at('karten/ort/[place]', 'helfen', 'oeffnungszeiten'),
	at('karten/[batch]', 'helfen', 'karte-verloren'),
	at('karten/[batch]/neues', 'helfen', 'neues-fuer-karten'),
	...of('moderation', 'eingang', 'widersprueche', 'verteilen', 'stapel', 'meldungen'),
	at('eingang/[kind]/[id]', 'moderation', 'entscheiden'),
	at('eingang/auswertung', 'moderation', 'nur-auswerten'),
	at('zahlen', 'moderation', 'zahlen'),
	at('stellungnahmen', 'moderation', 'stellungnahmen'),
	at('kampagnen', 'moderation', 'kampagnen'),
	at('stapel/verlauf', 'moderation', 'zuruecknehmen'),
	...of('redaktion', 'entwurf', 'verbleib', 'umsetzung', 'vorrang', 'berichte', 'vergleich'),
	at('entwurf/aenderungen', 'redaktion', 'aenderungsvorschlaege'),
	at('entwurf/buendeln', 'redaktion', 'buendeln'),
	at('entwurf/punkte/[number]', 'redaktion', 'punkt'),
	at('entwurf/punkte/neu', 'redaktion', 'punkt'),
	at('vertretung', 'redaktion', 'vertretung'),
	at('entwurf/fehlendes', 'redaktion', 'was-nicht-darin-steht'),
	at('entwurf/verstanden', 'redaktion', 'haben-wir-sie-verstanden'),
	at('vorschau', 'redaktion', 'entwuerfe-zeigen'),
	at('aufrufe', 'redaktion', 'projektaufruf'),
	at('uebersetzungen', 'redaktion', 'uebersetzungen'),
	...of('freigabe', 'beirat', 'freigabe', 'berichtigungen', 'phasen'),
	at('phasen/neu', 'verwaltung', 'neue-phase'),
	...of(
		'verwaltung',
		'verfahren',
		'profil',
		'team',
		'angaben',
		'texte',
		'orte',
		'organisationen',
		'importe',
		'abschluss'
	),
	at('start', 'verwaltung', 'vor-dem-start'),
	at('protokoll', 'verwaltung', 'wer-hat-was-getan')
]);

const WORKSHOP = '/werkstatt';

/** The part of the handbook that is about a page; null: about none of its own, so the handbook itself. */
export function placeOf(route: string | null): Place | null {
	if (route === null || !`${route}/`.startsWith(`${WORKSHOP}/`)) return null;
	for (let rest = route.slice(WORKSHOP.length + 1); ; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('/')))) {
		const place = PLACES.get(rest);
		if (place) return place;
		if (rest === '') return null;
	}
}

/** Where whoever stands at this page reads on. */
export function helpHref(route: string | null): string {
	const place = placeOf(route);
	return place ? chapterHref(place.chapter, place.anchor) : HANDBOOK;
}
