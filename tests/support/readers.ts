import { mayState } from '#lib/operator/statement.ts';
import { mayReadAnswers } from '#lib/answers/answer.ts';
import { mayReadDrafts } from '#lib/calls/call.ts';
import { mayManageClosure } from '#lib/closure/closure.ts';
import { mayManagePhases } from '#lib/consultations/phases.ts';
import { mayDistil } from '#lib/distillation/docket.ts';
import { mayModerate } from '#lib/moderation/screening.ts';
import { mayReadAudit } from '#lib/audit/audit.ts';
import { mayEnterWorkshop } from '#lib/people/desks.ts';
import { mayIssueCards } from '#lib/people/batch.ts';
import { mayTendOrganisations } from '#lib/people/organisation.ts';
import { mayIssueAt, mayTendPlaces } from '#lib/people/place.ts';
import { mayManageStaff } from '#lib/people/roles.ts';
import { mayReadReports } from '#lib/promises/promise.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { mayReadWorkshops } from '#lib/recording/workshop.ts';
import { mayPreview } from '#lib/reports/report.ts';
import { mayDraft, mayReadDraft } from '#lib/strategy/draft.ts';
import { mayAnswerTickets } from '#lib/tickets/ticket.ts';
import { all, no, noWhen, yes } from '#lib/verdict.ts';
import { mayRefer } from '#lib/votes/participation.ts';
import type { Who } from './privileges.ts';

const everybody: Who = () => yes;
const oneself: Who = (person) => noWhen(person === null, 'signInFirst');
/** The cards of the town were given out by the administration, at no place that has a team. */
const gaveThemOut: Who = (person) => all(mayIssueCards(person), mayIssueAt(person, []));
/** Whose text it is: in the town the tests ask in, the neighbour. Nobody else learns that it is there. */
const AUTHOR = 'author';
/** Only whoever has just given the right password: of those who ask nobody has. */
const AT_THE_DOOR = 'atTheDoor';

export type Reader = Who | typeof AUTHOR | typeof AT_THE_DOOR;

/** Who may read a page, by route: staff's and people's own. All other pages are public. A new one without an entry fails. */
export const PAGE_READERS: Readonly<Record<string, Reader>> = {
	'/abmelden': everybody,
	'/abmelden/anbieter': everybody,
	'/abstimmen': everybody,
	'/anmelden': everybody,
	'/anmelden/team': everybody,
	'/anmelden/team/code': AT_THE_DOOR,
	'/anmelden/team/einrichten': AT_THE_DOOR,
	// Whoever has the link.
	'/anmelden/team/passwort/[token]': everybody,
	'/anmelden/team/vergessen': everybody,
	'/beitraege/[number]/zurueckziehen': AUTHOR,
	'/beitragen': oneself,
	'/bleiben': oneself,
	'/kommentare/[id]': AUTHOR,
	'/meine': oneself,
	'/meine-daten': oneself,
	'/meine-daten/loeschen': oneself,
	'/meine-daten/loeschen/bestaetigen': oneself,
	'/meine/verstanden': oneself,
	'/uebernehmen': everybody,
	'/widerspruch/[decision]': AUTHOR,
	'/werkstatt': mayEnterWorkshop,
	'/werkstatt/angaben': mayState,
	'/werkstatt/aufrufe': mayReadDrafts,
	'/werkstatt/aufrufe/[number]': mayReadDrafts,
	'/werkstatt/aufrufe/[number]/[item]': mayReadDrafts,
	'/werkstatt/aufrufe/[number]/kopf': mayReadDrafts,
	'/werkstatt/aufrufe/[number]/neu': mayReadDrafts,
	'/werkstatt/abschluss': mayManageClosure,
	// Shows to the whole team why somebody may not.
	'/werkstatt/aufrufe/neu': mayEnterWorkshop,
	'/werkstatt/berichte': mayPreview,
	'/werkstatt/eingang': mayModerate,
	'/werkstatt/eingang/[kind]/[id]': mayModerate,
	'/werkstatt/eingang/auswertung': mayModerate,
	'/werkstatt/entwurf': mayReadDraft,
	'/werkstatt/entwurf/aenderungen': mayReadDraft,
	'/werkstatt/entwurf/aenderungen/[number]': mayReadDraft,
	'/werkstatt/entwurf/buendeln': mayDraft,
	'/werkstatt/entwurf/punkte/[number]': mayDraft,
	'/werkstatt/entwurf/punkte/neu': mayDraft,
	'/werkstatt/entwurf/verstanden': mayReadDraft,
	'/werkstatt/erfassen': mayEnterWorkshop,
	'/werkstatt/erfassen/kommentar': mayEnterWorkshop,
	'/werkstatt/erfassen/liste': mayRecord,
	'/werkstatt/erfassen/stimmen': mayEnterWorkshop,
	'/werkstatt/erfassen/stimmen/liste': mayRecord,
	'/werkstatt/erfassen/viele': mayEnterWorkshop,
	'/werkstatt/freigabe': mayReadDraft,
	'/werkstatt/karten': mayIssueCards,
	'/werkstatt/karten/[batch]': mayIssueCards,
	'/werkstatt/meldungen': mayAnswerTickets,
	'/werkstatt/meldungen/[number]': mayAnswerTickets,
	'/werkstatt/organisationen': mayTendOrganisations,
	'/werkstatt/organisationen/[id]': mayTendOrganisations,
	'/werkstatt/orte': mayTendPlaces,
	'/werkstatt/orte/[place]': mayTendPlaces,
	'/werkstatt/phasen': mayManagePhases,
	'/werkstatt/phasen/[phase]': mayManagePhases,
	'/werkstatt/phasen/[phase]/[change]': mayManagePhases,
	'/werkstatt/protokoll': mayReadAudit,
	'/werkstatt/stapel': mayDistil,
	'/werkstatt/start': mayManageStaff,
	'/werkstatt/stapel/[number]': mayDistil,
	'/werkstatt/stapel/verlauf': mayDistil,
	'/werkstatt/team': mayManageStaff,
	'/werkstatt/team/neu': mayManageStaff,
	'/werkstatt/treffen': mayReadWorkshops,
	'/werkstatt/treffen/[number]': mayReadWorkshops,
	'/werkstatt/umsetzung': mayReadReports,
	'/werkstatt/umsetzung/[number]': mayReadReports,
	'/werkstatt/verbleib': mayReadAnswers,
	'/werkstatt/verbleib/[number]': mayReadAnswers,
	'/werkstatt/vergleich': mayRefer,
	'/werkstatt/verteilen': mayDistil,
	'/werkstatt/verteilen/[number]': mayDistil,
	'/werkstatt/widersprueche': mayModerate,
	'/werkstatt/widersprueche/[id]': mayModerate,
	// How many codes are left of whoever asks.
	'/werkstatt/zugang': everybody
};

/** Who may call an endpoint, by method and route. `everybody` gets the same answer as everybody else. */
export const ENDPOINT_READERS: Readonly<Record<string, Reader>> = {
	// The way to the sign-in provider and back: without one, or without its answer, all are sent to the page for signing in.
	'GET /anmelden/team/anbieter': AT_THE_DOOR,
	'GET /anmelden/team/anbieter/zurueck': AT_THE_DOOR,
	// The provider itself, by a word it has signed.
	'POST /anmelden/team/anbieter/abmeldung': everybody,
	'GET /api/v1': everybody,
	'GET /api/v1/[set]': everybody,
	'GET /api/v1/openapi.json': everybody,
	'GET /berichte/[number]/bericht-[file].pdf': everybody,
	'GET /berichte/[number]/zahlen.json': everybody,
	'GET /chronik.atom': everybody,
	'GET /daten/[edition]/[file]': everybody,
	'GET /daten/catalog.jsonld': everybody,
	'GET /fassungen': everybody,
	'GET /fassungen/[number]/fassung-[file].docx': everybody,
	'GET /fassungen/[number]/fassung-[file].json': everybody,
	'GET /fassungen/[number]/fassung-[file].pdf': everybody,
	'GET /fassungen/[number]/synopse/synopse.csv': everybody,
	'GET /fassungen/[number]/synopse/synopse.pdf': everybody,
	'GET /gebaerdensprache/[file]': everybody,
	'GET /gespraeche/[number]/meinungsbild.json': everybody,
	'GET /healthz': everybody,
	'GET /kalender': everybody,
	'GET /meine-daten/meine-daten.json': oneself,
	'GET /meine-daten/meine-daten.pdf': oneself,
	'GET /meinungsbild/[number].json': everybody,
	'GET /punkte': everybody,
	'GET /readyz': everybody,
	'GET /schnell-weg': everybody,
	'POST /schnell-weg': everybody,
	'GET /werkstatt/erfassen/papier-bogen.pdf': mayRecord,
	'GET /werkstatt/erfassen/stimm-bogen.pdf': mayRecord,
	// There is no notice for these cards, and nobody but their giver hears so.
	'GET /werkstatt/karten/[batch]/aushang.pdf': () => no('noticeTooFew'),
	'POST /werkstatt/karten/[batch]/karten.pdf': gaveThemOut,
	'GET /werkstatt/protokoll/protokoll.csv': mayReadAudit,
	'GET /wie-wir-rechnen/rechenweg.txt': everybody
};
