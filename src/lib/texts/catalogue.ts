import account from './de/account.json' with { type: 'json' };
import amendments from './de/amendments.json' with { type: 'json' };
import answers from './de/answers.json' with { type: 'json' };
import approvals from './de/approvals.json' with { type: 'json' };
import archive from './de/archive.json' with { type: 'json' };
import audit from './de/audit.json' with { type: 'json' };
import board from './de/board.json' with { type: 'json' };
import calendar from './de/calendar.json' with { type: 'json' };
import calls from './de/calls.json' with { type: 'json' };
import campaigns from './de/campaigns.json' with { type: 'json' };
import cardLanguages from './de/cardLanguages.json' with { type: 'json' };
import closure from './de/closure.json' with { type: 'json' };
import comments from './de/comments.json' with { type: 'json' };
import conflict from './de/conflict.json' with { type: 'json' };
import consultations from './de/consultations.json' with { type: 'json' };
import conversations from './de/conversations.json' with { type: 'json' };
import corrections from './de/corrections.json' with { type: 'json' };
import counting from './de/counting.json' with { type: 'json' };
import data from './de/data.json' with { type: 'json' };
import distillation from './de/distillation.json' with { type: 'json' };
import done from './de/done.json' with { type: 'json' };
import evaluations from './de/evaluations.json' with { type: 'json' };
import failures from './de/failures.json' with { type: 'json' };
import fields from './de/fields.json' with { type: 'json' };
import forms from './de/forms.json' with { type: 'json' };
import handbook from './de/handbook.json' with { type: 'json' };
import hands from './de/hands.json' with { type: 'json' };
import importJobs from './de/importJobs.json' with { type: 'json' };
import imports from './de/imports.json' with { type: 'json' };
import journal from './de/journal.json' with { type: 'json' };
import languages from './de/languages.json' with { type: 'json' };
import locales from './de/locales.json' with { type: 'json' };
import meetings from './de/meetings.json' with { type: 'json' };
import mine from './de/mine.json' with { type: 'json' };
import moderation from './de/moderation.json' with { type: 'json' };
import news from './de/news.json' with { type: 'json' };
import omissions from './de/omissions.json' with { type: 'json' };
import operator from './de/operator.json' with { type: 'json' };
import opinion from './de/opinion.json' with { type: 'json' };
import organisations from './de/organisations.json' with { type: 'json' };
import pages from './de/pages.json' with { type: 'json' };
import people from './de/people.json' with { type: 'json' };
import places from './de/places.json' with { type: 'json' };
import previews from './de/previews.json' with { type: 'json' };
import savedViews from './de/savedViews.json' with { type: 'json' };
import staffSearch from './de/staffSearch.json' with { type: 'json' };
import positionPapers from './de/positionPapers.json' with { type: 'json' };
import priorities from './de/priorities.json' with { type: 'json' };
import privacy from './de/privacy.json' with { type: 'json' };
import process from './de/process.json' with { type: 'json' };
import profile from './de/profile.json' with { type: 'json' };
import promises from './de/promises.json' with { type: 'json' };
import proposals from './de/proposals.json' with { type: 'json' };
import publishing from './de/publishing.json' with { type: 'json' };
import readiness from './de/readiness.json' with { type: 'json' };
import readings from './de/readings.json' with { type: 'json' };
import reasons from './de/reasons.json' with { type: 'json' };
import recording from './de/recording.json' with { type: 'json' };
import representation from './de/representation.json' with { type: 'json' };
import reports from './de/reports.json' with { type: 'json' };
import search from './de/search.json' with { type: 'json' };
import site from './de/site.json' with { type: 'json' };
import soon from './de/soon.json' with { type: 'json' };
import start from './de/start.json' with { type: 'json' };
import strategy from './de/strategy.json' with { type: 'json' };
import teamFigures from './de/teamFigures.json' with { type: 'json' };
import subscriptions from './de/subscriptions.json' with { type: 'json' };
import thanks from './de/thanks.json' with { type: 'json' };
import tickets from './de/tickets.json' with { type: 'json' };
import translations from './de/translations.json' with { type: 'json' };
import trouble from './de/trouble.json' with { type: 'json' };
import ui from './de/ui.json' with { type: 'json' };
import understanding from './de/understanding.json' with { type: 'json' };
import unsent from './de/unsent.json' with { type: 'json' };
import votes from './de/votes.json' with { type: 'json' };
import wording from './de/wording.json' with { type: 'json' };
import workshop from './de/workshop.json' with { type: 'json' };
import workshops from './de/workshops.json' with { type: 'json' };

/** The German source, room by room. Whatever another language or the operator says must have the same keys and placeholders. */
export const german = {
	account,
	amendments,
	answers,
	approvals,
	archive,
	audit,
	board,
	calendar,
	calls,
	campaigns,
	cardLanguages,
	closure,
	comments,
	conflict,
	consultations,
	conversations,
	corrections,
	counting,
	data,
	distillation,
	done,
	evaluations,
	failures,
	fields,
	forms,
	handbook,
	hands,
	importJobs,
	imports,
	journal,
	languages,
	locales,
	meetings,
	mine,
	moderation,
	news,
	omissions,
	operator,
	opinion,
	organisations,
	pages,
	people,
	places,
	positionPapers,
	priorities,
	privacy,
	process,
	profile,
	promises,
	proposals,
	publishing,
	readiness,
	readings,
	reasons,
	recording,
	reports,
	representation,
	search,
	site,
	soon,
	start,
	strategy,
	previews,
	savedViews,
	staffSearch,
	teamFigures,
	subscriptions,
	thanks,
	tickets,
	translations,
	trouble,
	ui,
	understanding,
	unsent,
	votes,
	wording,
	workshop,
	workshops
};

export type Catalogue = typeof german;
