/** Which texts whoever takes part reads; the others are said to the team. A key belongs where its longest named beginning is. */

const keys = (room: string, names: string[]) => names.map((name) => `${room}.${name}`);

const PARTICIPANT = [
	...['page:', 'account.already', 'account.lost', 'account.replaced', 'account.signIn', 'account.signOut'],
	...['account.staff.card', 'account.stay', 'amendments', 'answers', 'answers.work.snippetList', 'archive', 'board'],
	...['calendar', 'calls', 'closure.instead', 'comments', 'conflict', 'consultations', 'conversations', 'evaluations'],
	...['corrections', 'counting', 'data', 'failures', 'fields.asked', 'hands', 'journal', 'meetings', 'mine'],
	...['moderation.edition', 'news'],
	...[
		'moderation.appeal',
		'moderation.decision',
		'moderation.refused',
		'moderation.grounds',
		'moderation.log',
		'omissions',
		'opinion'
	],
	...[
		'organisations.page',
		'pages',
		'people',
		'priorities',
		'priorities.paper.sheetLead',
		'priorities.paper.sheetGroup',
		'privacy',
		'process.scope',
		'promises',
		'proposals',
		'readings'
	],
	...[
		'evaluations.paper.sheetLead',
		'evaluations.paper.sheetGroup',
		'recording.paper',
		'recording.takeOver',
		'reports',
		'search',
		'site',
		'soon',
		'start',
		'strategy',
		'subscriptions'
	],
	...keys('recording.slip', ['comment', 'contribution', 'keep', 'text']),
	...['thanks', 'tickets', 'translations.shown', 'trouble', 'ui', 'understanding', 'unsent', 'votes'],
	...keys('votes.papers', ['again', 'codeText', 'consent', 'consentText', 'cut', 'lines', 'of']),
	...['workshop.cards.sheet.code', 'workshop.cards.sheet.heading', 'workshop.cards.sheet.keep'],
	...['workshop.cards.sheet.organisation', 'workshop.cards.sheet.sentences', 'workshops'],
	...keys('done', [
		...['allowanceWithdrawn', 'amendmentBacked', 'amendmentSent', 'amendmentUnbacked', 'amendmentWithdrawn'],
		...['appealFiled', 'commentSent', 'commentWithdrawn', 'consentGiven', 'draftSaved', 'goneForGood'],
		...['proposalKnown', 'proposalSent', 'proposalWithdrawn', 'replacementStopped', 'residencesForgotten'],
		...[
			'boardJoined',
			'boardLeft',
			'boardSpoken',
			'evaluationSaved',
			'evaluationTakenBack',
			'subscriptionAsked',
			'subscriptionConfirmed',
			'subscriptionChanged',
			'subscriptionStopped',
			'feedMade',
			'feedStopped',
			'signedIn',
			'signedOut',
			'supported',
			'takenOver',
			'understandingSaid',
			'unsupported',
			'voted'
		],
		...['voteTakenBack', 'textChanged', 'answerChanged']
	]),
	...keys('forms', [
		...['changeReasonMissing', 'choose', 'codeLength', 'codeMissing', 'codeMistyped', 'codeSign'],
		...[
			'commentMissing',
			'contactMissing',
			'easyMissing',
			'emailMissing',
			'mailWrong',
			'rhythmMissing',
			'dissentMissing',
			'evaluateMissing',
			'evidenceMissing',
			'gone'
		],
		...['hintFound', 'kindMissing', 'languageWrong', 'missing', 'publishMissing', 'reportMissing', 'stale'],
		...['stanceMissing', 'titleMissing', 'tooLong', 'tooLongBy', 'tooShort', 'wayMissing', 'whyMissing', 'wrong']
	]),
	...keys('reasons', [
		...[
			'alreadySent',
			'amendmentSame',
			'boardForPersons',
			'boardJoined',
			'boardLinkOver',
			'meetingWordWrong',
			'thanksForPeople',
			'boardMembersOnly',
			'boardRoundClosed',
			'evaluationLater',
			'evaluationPersons',
			'appealedBefore',
			'ballotKeyMissing',
			'codeUnknown',
			'consentMissing'
		],
		...[
			'dataNotKept',
			'dataRecalled',
			'draftChanged',
			'draftReadAgain',
			'draftUnfinished',
			'draftSent',
			'formUsed',
			'looksLikeMachine',
			'noMailHere',
			'subscriptionOver'
		],
		...['noConsultation', 'nothingToAppeal', 'organisationTakesNothing', 'ownAmendment', 'ownSupport'],
		...['positionChanged', 'printBusy', 'printSlow', 'printUnavailable', 'processClosed', 'publicMissing'],
		...['notChangeable', 'changeRedacted', 'changeAppealed', 'changeAnswered', 'textUnchanged'],
		...['roundClosed', 'signInFirst', 'ticketUnknown', 'tooFast', 'tooManyTries', 'turnBefore', 'turnOver'],
		...['roleMissing', 'notYours', 'phaseBefore', 'phaseOver', 'ballotsSealed', 'onlyEvaluated'],
		...['priorityNotReady', 'priorityOrganisations', 'priorityOver', 'evaluationNever', 'evaluationBefore'],
		...['evaluationOver', 'evaluationOthers', 'phaseNever', 'amendmentDecided', 'notPublished', 'hiddenSubject'],
		...['withdrawnText', 'readingTooFew', 'takenOver', 'nothingToTake', 'appealDecided'],
		...['pointDropped', 'papersOfOrganisations'],
		...['papersUnsent', 'paperNotRead', 'sectionsUnknown', 'sectionsUnfit', 'paperSecondSeat', 'paperSent'],
		...['turnNever', 'noPointsToVoteOn']
	]),
	...keys('forms', ['hintMore', 'sectionsMissing', 'consentMissing', 'ticksFew']),
	...keys('done', ['ticksSaved', 'ticksTakenBack', 'consentWithdrawn', 'paperSent', 'paperRemoved']),
	...['failures.notYourTask', 'positionPapers', 'process.asksNow', 'process.untilAndAnswer', 'recording.channels'],
	...['recording.told', 'recording.badge', 'strategy.measures.title', 'strategy.measures.facts'],
	...['strategy.measures.competences', 'moderation.deeds', 'moderation.groundLabels', 'moderation.kinds'],
	...['moderation.numbered', 'moderation.desk.text'],
	...keys('organisations', ['title', 'lead', 'listHeading', 'emptyTitle', 'empty', 'positions', 'contributions'])
];

const TEAM = [
	...['moderation.edition.desk', 'news.cards', 'thanks.desk'],
	...[
		'account.staff',
		'amendments.desk',
		'board.desk',
		'evaluations.paper',
		'hands.form',
		'omissions.desk',
		'answers.hints',
		'answers.work',
		'calls.workshop'
	],
	...['corrections.workshop', 'failures.linkSpent', 'failures.notYourDesk'],
	...[
		'privacy.leave.alwaysStaff',
		'promises.desk',
		'promises.statusHints',
		'readings.form',
		'reports.workshop',
		'site.workshop'
	],
	...['soon.workshop', 'strategy.bundle', 'strategy.desk', 'strategy.hands', 'strategy.measures'],
	...['strategy.merge', 'strategy.write', 'tickets.desk', 'tickets.mail', 'understanding.desk', 'votes.sheet'],
	...[
		'meetings.desk',
		'meetings.form',
		'page:handbuch/',
		'people.places.noteHint',
		'positionPapers.team',
		'priorities.paper',
		'priorities.workshop',
		'votes.papers',
		'votes.scans',
		'workshops.desk'
	]
];

const within = (key: string, start: string) =>
	key === start || key.startsWith(/[:/]$/.test(start) ? start : `${start}.`);
const longest = (key: string, starts: string[]) =>
	Math.max(0, ...starts.filter((start) => within(key, start)).map((start) => start.length));

export const isForParticipants = (key: string): boolean => longest(key, PARTICIPANT) > longest(key, TEAM);

/** Here a sentence that begins with »Sie« or »Ihre« speaks of others: of the votes, the texts, an organisation. */
export const OF_OTHERS: readonly string[] = [
	...['answers.none', 'board.page.said', 'board.shown.about', 'corrections.digestLead', 'data.checkSame', 'data.daily'],
	...['data.sealAbout', 'data.sets.positionen.about', 'omissions.unaskedText'],
	...['moderation.log.entriesLead', 'opinion.groups.none.chance', 'opinion.groups.none.unstable'],
	...['organisations.page.noContributions', 'organisations.page.noPositions', 'priorities.result.joined'],
	...['page:impressum', 'reports.answers.openAnswered', 'reports.answers.openWithout'],
	...['reports.participation.note', 'strategy.document.digestLead', 'votes.hands.lead'],
	...['votes.organisationsHint', 'votes.participation.asOf']
];

/** The same in easy words, where more sentences begin so. */
export const EASY_OF_OTHERS: readonly string[] = [
	...OF_OTHERS,
	...['board.shown.nameless', 'board.join.until', 'conversations.few', 'counting.sections.5.body'],
	...['counting.sections.6.body', 'counting.sections.10.body', 'evaluations.form.organisations', 'opinion.empty'],
	...['priorities.how.pay', 'reports.points.lead', 'representation.coverage.uncounted'],
	...['representation.violations.owedHeld', 'representation.violations.owedFew', 'representation.how.steps.0'],
	...['representation.how.steps.3', 'representation.votes.some', 'soon.pages./strategie', 'tickets.lookUp.waiting'],
	...['votes.organisations', 'votes.organisation.apart', 'votes.overview.apart']
];
