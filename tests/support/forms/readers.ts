import { mayManageBoard } from '#lib/board/board.ts';
import { mayState } from '#lib/operator/statement.ts';
import { mayTranslate } from '#lib/translations/translation.ts';
import { mayReword } from '#lib/wording/wording.ts';
import { mayAddend } from '#lib/corrections/addendum.ts';
import { mayReadAnswers } from '#lib/answers/answer.ts';
import { mayReadCampaigns } from '#lib/campaigns/campaign.ts';
import { mayReadDrafts } from '#lib/calls/call.ts';
import { mayManageClosure } from '#lib/closure/closure.ts';
import { mayManagePhases } from '#lib/consultations/phases/phases.ts';
import { mayManageProcess } from '#lib/consultations/process.ts';
import { mayDistil } from '#lib/distillation/desk/workItem.ts';
import { mayImport } from '#lib/importJobs/importJob.ts';
import { mayModerate } from '#lib/moderation/screening.ts';
import { mayReadAudit } from '#lib/audit/audit.ts';
import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { mayIssueCards } from '#lib/people/cards/batch.ts';
import { mayTendOrganisations } from '#lib/people/organisations/organisation.ts';
import { mayIssueAt, mayTendPlaces } from '#lib/people/places/place.ts';
import { mayManageStaff } from '#lib/people/staff/roles.ts';
import { mayChangeProfile } from '#lib/profile/rules.ts';
import { mayReadOwn, mayReadPapers } from '#lib/positionPapers/positionPaper.ts';
import { mayReadPreviews } from '#lib/previews/preview.ts';
import { mayReadPreparation } from '#lib/priorities/priority.ts';
import { mayReadReports } from '#lib/promises/promise.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { mayReadWorkshops } from '#lib/recording/workshops/workshop.ts';
import { mayPreview } from '#lib/reports/report.ts';
import { mayDraft, mayReadDraft } from '#lib/strategy/drafts/draft.ts';
import { mayAnswerTickets } from '#lib/tickets/ticket.ts';
import { mayReadFigures } from '#lib/teamFigures/teamFigure.ts';
import { all, no, noWhen, yes } from '#lib/verdict.ts';
import { mayRefer } from '#lib/votes/participation/participation.ts';
import type { Who } from './privileges.ts';

const profile: Who = (person) => mayChangeProfile(person?.roles ?? null);
const everybody: Who = () => yes;
const oneself: Who = (person) => noWhen(person === null, 'signInFirst');
/** The cards of the town were given out by the administration, at no place that has a team. */
const gaveThemOut: Who = (person) => all(mayIssueCards(person), mayIssueAt(person, []));
/** Whose text it is: in the town the tests ask in, the neighbour. Nobody else learns that it is there. */
const AUTHOR = 'author';
/** The paper of the town is the organisation's that asks; the team reads all. */
const itsReaders: Who = (person) => (person?.organisationId ? yes : mayReadPapers(person));
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
	'/aendern/[kind]/[which]': AUTHOR,
	'/beitraege/[number]/zurueckziehen': AUTHOR,
	'/beitragen': oneself,
	'/beitragen/[draft]/thema': AUTHOR,
	'/beitragen/[draft]/titel': AUTHOR,
	'/beitragen/[draft]/lesen': AUTHOR,
	'/beitragen/[draft]/pruefen': AUTHOR,
	'/bleiben': oneself,
	'/kommentare/[id]': AUTHOR,
	'/dank': oneself,
	'/gruppe': oneself,
	'/meine': oneself,
	'/meine-daten': oneself,
	'/meine-daten/loeschen': oneself,
	'/meine-daten/loeschen/bestaetigen': oneself,
	'/meine/nachrichten': oneself,
	'/meine/neu': oneself,
	// Whoever has the link.
	'/beirat/[token]': everybody,
	'/meine/beirat': oneself,
	'/meine/verstanden': oneself,
	'/uebernehmen': everybody,
	'/widerspruch/[decision]': AUTHOR,
	'/werkstatt': mayEnterWorkshop,
	'/werkstatt/angaben': mayState,
	'/werkstatt/ansichten': mayEnterWorkshop,
	'/werkstatt/angaben/verlauf': mayState,
	'/werkstatt/profil': profile,
	'/werkstatt/profil/aussehen': profile,
	'/werkstatt/profil/bilder': profile,
	'/werkstatt/profil/datei': profile,
	'/werkstatt/profil/namen/[list]': profile,
	'/werkstatt/profil/orte': profile,
	'/werkstatt/profil/gruppen': profile,
	'/werkstatt/profil/woerter': profile,
	'/werkstatt/uebersetzungen': mayTranslate,
	'/werkstatt/uebersetzungen/[locale]': mayTranslate,
	'/werkstatt/uebersetzungen/[locale]/[kind]/[key]': mayTranslate,
	'/werkstatt/texte': mayReword,
	'/werkstatt/texte/[key]': mayReword,
	'/werkstatt/aufrufe': mayReadDrafts,
	'/werkstatt/aufrufe/[number]': mayReadDrafts,
	'/werkstatt/aufrufe/[number]/[item]': mayReadDrafts,
	'/werkstatt/aufrufe/[number]/kopf': mayReadDrafts,
	'/werkstatt/aufrufe/[number]/neu': mayReadDrafts,
	'/werkstatt/abschluss': mayManageClosure,
	// Shows to the whole team why somebody may not.
	'/werkstatt/aufrufe/neu': mayEnterWorkshop,
	'/werkstatt/beirat': mayManageBoard,
	'/werkstatt/berichte': mayPreview,
	'/werkstatt/berichtigungen': mayAddend,
	'/werkstatt/berichtigungen/[id]': mayAddend,
	'/werkstatt/berichtigungen/aufheben/[number]': mayAddend,
	'/werkstatt/berichtigungen/neu/[kind]/[number]': mayAddend,
	'/werkstatt/eingang': mayModerate,
	'/werkstatt/eingang/[kind]/[id]': mayModerate,
	'/werkstatt/eingang/auswertung': mayModerate,
	'/werkstatt/entwurf': mayReadDraft,
	'/werkstatt/entwurf/aenderungen': mayReadDraft,
	'/werkstatt/entwurf/aenderungen/[number]': mayReadDraft,
	'/werkstatt/entwurf/buendeln': mayDraft,
	'/werkstatt/entwurf/punkte/[number]': mayDraft,
	'/werkstatt/entwurf/punkte/neu': mayDraft,
	'/werkstatt/entwurf/fehlendes': mayReadDraft,
	'/werkstatt/entwurf/verstanden': mayReadDraft,
	'/werkstatt/erfassen': mayEnterWorkshop,
	'/werkstatt/erfassen/bewertung': mayEnterWorkshop,
	'/werkstatt/erfassen/vorrang': mayEnterWorkshop,
	'/werkstatt/erfassen/kommentar': mayEnterWorkshop,
	'/werkstatt/erfassen/liste': mayRecord,
	'/werkstatt/erfassen/stimmen': mayEnterWorkshop,
	'/werkstatt/erfassen/boegen': mayRecord,
	'/werkstatt/erfassen/stimmen/boegen': mayRecord,
	'/werkstatt/erfassen/stimmen/einlesen': mayRecord,
	'/werkstatt/erfassen/stimmen/einlesen/[scan]': mayRecord,
	'/werkstatt/erfassen/stimmen/liste': mayRecord,
	'/werkstatt/erfassen/viele': mayEnterWorkshop,
	'/werkstatt/freigabe': mayReadDraft,
	'/werkstatt/handbuch': mayEnterWorkshop,
	'/werkstatt/handbuch/[chapter]': mayEnterWorkshop,
	'/werkstatt/karten': mayIssueCards,
	'/werkstatt/karten/[batch]': mayIssueCards,
	'/werkstatt/karten/dank': mayIssueCards,
	'/werkstatt/karten/ort/[place]': gaveThemOut,
	'/werkstatt/karten/[batch]/neues': gaveThemOut,
	'/werkstatt/meldungen': mayAnswerTickets,
	'/werkstatt/meldungen/[number]': mayAnswerTickets,
	'/werkstatt/organisationen': mayTendOrganisations,
	'/werkstatt/organisationen/[id]': mayTendOrganisations,
	'/werkstatt/importe': mayImport,
	'/werkstatt/importe/gespraech': mayImport,
	'/werkstatt/importe/[job]': mayImport,
	'/werkstatt/orte': mayTendPlaces,
	'/werkstatt/orte/[place]': mayTendPlaces,
	'/werkstatt/phasen': mayManagePhases,
	'/werkstatt/phasen/neu': mayManageProcess,
	'/werkstatt/phasen/[phase]': mayManagePhases,
	'/werkstatt/phasen/[phase]/[change]': mayManagePhases,
	'/werkstatt/vertretung': mayReadDraft,
	'/werkstatt/verfahren': mayManageProcess,
	'/werkstatt/verfahren/neu': mayManageProcess,
	'/werkstatt/verfahren/verlauf': mayManageProcess,
	'/werkstatt/verfahren/themen/[field]': mayManageProcess,
	'/werkstatt/verfahren/fragen/[question]': mayManageProcess,
	'/werkstatt/protokoll': mayReadAudit,
	'/werkstatt/stapel': mayDistil,
	'/werkstatt/start': mayManageStaff,
	'/werkstatt/stapel/[number]': mayDistil,
	'/werkstatt/stapel/verlauf': mayDistil,
	'/werkstatt/team': mayManageStaff,
	'/werkstatt/team/neu': mayManageStaff,
	'/werkstatt/treffen': mayReadWorkshops,
	'/werkstatt/treffen/termine': mayReadWorkshops,
	'/werkstatt/treffen/termine/[meeting]': mayReadWorkshops,
	'/werkstatt/treffen/[number]': mayReadWorkshops,
	'/werkstatt/treffen/[number]/fotos': mayReadWorkshops,
	'/werkstatt/umsetzung': mayReadReports,
	'/werkstatt/vorrang': mayReadPreparation,
	'/werkstatt/vorrang/[phase]': mayReadPreparation,
	'/werkstatt/umsetzung/[number]': mayReadReports,
	'/werkstatt/verbleib': mayReadAnswers,
	'/werkstatt/verbleib/[number]': mayReadAnswers,
	'/werkstatt/vergleich': mayRefer,
	'/stellungnahmen': mayReadOwn,
	'/stellungnahmen/[id]': itsReaders,
	'/werkstatt/stellungnahmen': mayReadPapers,
	'/werkstatt/vorschau': mayReadPreviews,
	'/werkstatt/suche': mayEnterWorkshop,
	'/werkstatt/zahlen': mayReadFigures,
	'/werkstatt/kampagnen': mayReadCampaigns,
	'/werkstatt/kampagnen/[number]': mayReadCampaigns,
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
	'GET /aufrufe/[number]/aufruf-[file].docx': everybody,
	'GET /aufrufe/[number]/aufruf-[file].odt': everybody,
	'GET /aufrufe/[number]/aufruf-[file].pdf': everybody,
	'GET /berichte/[number]/bericht-[file].docx': everybody,
	'GET /berichte/[number]/bericht-[file].odt': everybody,
	'GET /berichte/[number]/bericht-[file].pdf': everybody,
	'GET /berichte/[number]/jetzt.json': everybody,
	'GET /berichtigungen/[number]/nachtrag-[file].json': everybody,
	'GET /fassungen/[number]/jetzt.json': everybody,
	'GET /berichte/[number]/zahlen.json': everybody,
	'GET /chronik.atom': everybody,
	'GET /sitemap.xml': everybody,
	'GET /daten/[edition]/[file]': everybody,
	'GET /daten/catalog.jsonld': everybody,
	'GET /daten/[edition]/ausgabe.zip': everybody,
	'GET /daten/pruefen.html': everybody,
	'GET /fassungen': everybody,
	'GET /fassungen/[number]/fassung-[file].docx': everybody,
	'GET /fassungen/[number]/fassung-[file].odt': everybody,
	'GET /fassungen/[number]/fassung-[file].json': everybody,
	'GET /fassungen/[number]/fassung-[file].pdf': everybody,
	'GET /fassungen/[number]/synopse/synopse.csv': everybody,
	'GET /fassungen/[number]/synopse/synopse.pdf': everybody,
	'GET /gebaerdensprache/[file]': everybody,
	'GET /gespraeche/[number]/meinungsbild.json': everybody,
	'GET /gespraeche/[number]/aussagen.csv': everybody,
	'GET /healthz': everybody,
	'GET /kalender': everybody,
	'GET /meine-daten/meine-daten.json': oneself,
	'GET /meine-daten/meine-daten.pdf': oneself,
	'GET /meine/stand': mayReadOwn,
	'GET /meinungsbild/[number].json': everybody,
	'GET /profil/[file]': everybody,
	'GET /nachrichten/[token]/neues.atom': everybody,
	'GET /punkte': everybody,
	'GET /punkte/[number]/neues.atom': everybody,
	'GET /readyz': everybody,
	'GET /schnell-weg': everybody,
	'GET /treffen.ics': everybody,
	'GET /treffen/[number]/foto/[photo]/[size].jpg': everybody,
	'GET /treffen/termin/[meeting]/termin.ics': everybody,
	'GET /verfahren': everybody,
	'POST /schnell-weg': everybody,
	'GET /werkstatt/profil/datei/profil.json': profile,
	'GET /werkstatt/uebersetzungen/[locale]/texte.po': mayTranslate,
	'GET /werkstatt/uebersetzungen/[locale]/texte.csv': mayTranslate,
	'GET /werkstatt/erfassen/papier-bogen.pdf': mayRecord,
	'GET /werkstatt/erfassen/bewertungs-bogen.pdf': mayRecord,
	'GET /werkstatt/erfassen/vorrang-bogen.pdf': mayRecord,
	'GET /stellungnahmen/[id]/datei': itsReaders,
	'POST /werkstatt/erfassen/papier-bogen.pdf': mayRecord,
	'GET /werkstatt/stapel/tabelle': mayDistil,
	'GET /werkstatt/verbleib/tabelle': mayReadAnswers,
	'GET /werkstatt/erfassen/stimmen/einlesen/[scan]/bild/[page]/[point]': mayRecord,
	'POST /werkstatt/erfassen/stimm-bogen.pdf': mayRecord,
	'GET /werkstatt/handbuch/handbuch.pdf': mayEnterWorkshop,
	'GET /werkstatt/handbuch/[chapter]/kapitel.pdf': mayEnterWorkshop,
	// There is no notice for these cards, and nobody but their giver hears so.
	'GET /werkstatt/karten/[batch]/aushang.pdf': () => no('noticeTooFew'),
	'POST /werkstatt/karten/[batch]/karten.pdf': gaveThemOut,
	'GET /werkstatt/protokoll/protokoll.csv': mayReadAudit,
	'GET /wie-wir-rechnen/rechenweg.txt': everybody
};
