import type { Generated } from 'kysely';
import type { Instant } from '../../time.ts';

/** The schema as Kysely sees it (camelCase). Words with a fixed set of values are parsed by the rooms that own them. */
export interface Tables {
	/** `nameKey`: the name without what people write now one way, now the other. */
	organisations: { id: string; name: string; nameKey: string | null; createdAt: Instant };
	/** How an organisation stands to a wording in a phase: open, by name. No ballot. */
	organisationPositions: {
		organisationId: string;
		pointId: string;
		wordingId: string;
		phaseId: string;
		choice: string;
		since: Instant;
		/** Which seat said so last. */
		seatId: string | null;
	};
	/** What official German texts say in other languages, every state of it; the newest of a place and a wording holds. */
	officialTranslations: {
		number: number;
		locale: string;
		kind: string;
		key: string;
		part: string;
		/** The wording it was made of, sign by sign. */
		german: string;
		/** null: taken away. */
		text: string | null;
		maker: string;
		/** Which one; empty where a person has made it. */
		machine: string;
		/** Who has checked it; empty: nobody. */
		checkers: string;
		/** YYYY-MM-DD */
		checkedOn: string | null;
		savedBy: string | null;
		savedAt: Instant;
	};
	/** What is particular to this process, every state of it; the newest holds. `content`: JSON. */
	textOverrides: {
		number: number;
		locale: string;
		key: string;
		/** null: back to ours. */
		text: string | null;
		savedBy: string | null;
		savedAt: Instant;
	};
	profiles: {
		revision: number;
		content: string;
		/** Which part was changed, and why. */
		concern: string;
		note: string;
		savedBy: string | null;
		savedAt: Instant;
	};
	/** What this installation is, by name. */
	installation: { name: string; value: string };
	/** An organisation's own row has its id; other rows with `organisationId` are its seats. */
	persons: { id: string; pseudonym: string; group: string; organisationId: string | null; createdAt: Instant };
	roles: { personId: string; role: string; givenAt: Instant };
	accounts: {
		personId: string;
		email: string;
		/** Empty: nobody has chosen a password yet. */
		passwordHash: string;
		createdAt: Instant;
		/** It opens nothing. */
		blockedAt: Generated<Instant | null>;
		/** When it was last let in again. */
		unblockedAt: Generated<Instant | null>;
	};
	/** Choices of worklists by name, each for whoever keeps it; see room `savedViews`. `query`: as in the list's address. */
	savedViews: { id: string; personId: string; list: string; name: string; query: string; savedAt: Instant };
	/** With which somebody without an account reads a draft; see room `previews`. `tokenHash`: SHA-256 of what is in the link. */
	previewLinks: {
		id: string;
		consultationId: string;
		subjectKind: string;
		subjectId: string;
		/** For whom it is. */
		label: string;
		tokenHash: string;
		madeBy: string | null;
		madeAt: Instant;
		expiresAt: Instant;
		revokedAt: Instant | null;
	};
	/** For choosing a password. `tokenHash`: SHA-256 of what is in the link. */
	accountLinks: { tokenHash: string; personId: string; madeAt: Instant; expiresAt: Instant };
	/** Addresses somebody has asked a link for; most may be nobody's. */
	resetRequests: { id: string; sealed: string; askedAt: Instant };
	sessions: {
		id: string;
		personId: string;
		expiresAt: Instant;
		startedAt: Instant | null;
		/** The second factor is still missing. */
		pendingAt: Instant | null;
	};
	secondFactors: {
		personId: string;
		sealed: string;
		madeAt: Instant;
		confirmedAt: Instant | null;
		lastStep: Generated<number>;
	};
	recoveryCodes: { codeHash: string; personId: string; usedAt: Instant | null };
	/** Whose account a person of the sign-in provider has. */
	providerIdentities: { issuer: string; subject: string; personId: string; linkedAt: Instant };
	/** Digests of the provider's answers that were taken: each counts once. */
	usedSignIns: { id: string; expiresAt: Instant };
	/** Accounts the operator lets in with their password although passwords are switched off. */
	passwordRecoveries: { personId: string; until: Instant };
	consents: {
		id: string;
		personId: string;
		purpose: string;
		textVersion: string;
		/** In which language it was read. */
		language: Generated<string>;
		/** Of the sentences that were read; empty: from before this was kept. */
		wordsDigest: Generated<string>;
		givenAt: Instant;
		withdrawnAt: Instant | null;
	};
	batches: {
		placeId: Generated<string | null>;
		/** Of what its cards say. */
		language: Generated<string>;
		id: string;
		label: string;
		group: string;
		organisationId: string | null;
		size: number;
		issuedBy: string | null;
		issuedAt: Instant;
		validUntil: Instant;
		revokedAt: Instant | null;
	};
	/** Where cards are given out; its code begins the numbers of its cards. */
	places: { id: string; code: string; name: string; createdAt: Instant; closedAt: Instant | null };
	/** What everybody may know of a place. */
	placeDetails: { placeId: string; address: string; hours: string; note: string; changedAt: Instant };
	placeMembers: { placeId: string; personId: string; addedAt: Instant };
	/** A card that got a new code; with the old one its holder can stop that for a day. */
	cardReplacements: {
		id: string;
		cardId: string;
		formerHash: string | null;
		replacedAt: Instant;
		replacedBy: string | null;
		stoppedAt: Instant | null;
	};
	cards: {
		/** null: from before cards had places. */
		placeId: Generated<string | null>;
		id: string;
		batchId: string;
		codeHash: string;
		personId: string | null;
		revokedAt: Instant | null;
		/** null: from before cards had numbers. */
		number: number | null;
		replacedAt: Instant | null;
		/** Who will hold it, once they come in with it. */
		heldFor: Generated<string | null>;
	};
	consultations: {
		id: string;
		slug: string;
		title: string;
		lead: string;
		position: number;
		createdAt: Instant;
		/** 1: the process of this installation, of which there is one. null: one from before there was only one, to be read. */
		sole: Generated<number | null>;
		/** What can be changed by taking part, and what cannot. */
		changeable: Generated<string>;
		settled: Generated<string>;
	};
	phases: {
		id: string;
		consultationId: string;
		slug: string;
		title: Generated<string>;
		asks: Generated<string>;
		/** YYYY-MM-DD */
		answerBy: Generated<string | null>;
		position: Generated<number>;
		beginsAt: Instant;
		endsAt: Instant;
		announcedAt: Instant | null;
		ballotsSealedAt: Instant | null;
		/** When its end was put into the past. */
		endChangedAt: Generated<Instant | null>;
		/** The group it belongs to: nobody else writes or reads in it until it ends. */
		peerGroup: Generated<string | null>;
	};
	/** `fingerprint`: how to recognise the key, which lies outside the database; see votes/ballots/voterToken.server.ts. */
	ballotKeys: {
		phaseId: string;
		fingerprint: string;
		madeAt: Instant;
		destroyedAt: Instant | null;
		/** YYYY-MM-DD: on which day the ballots were last written anew in random order. */
		rewrittenOn: Generated<string | null>;
	};
	phaseActions: { phaseId: string; action: string };
	/** Whom an action is for; no row: for everybody. */
	phaseGroups: { phaseId: string; action: string; group: string };
	fields: {
		id: string;
		consultationId: string;
		slug: string;
		title: string;
		lead: string;
		position: number;
		/** Since when nothing new is written about it. */
		endedAt: Generated<Instant | null>;
	};
	questions: {
		id: string;
		consultationId: string;
		title: string;
		position: number;
		endedAt: Generated<Instant | null>;
	};
	processEdits: {
		id: string;
		consultationId: string;
		part: string;
		partId: string;
		/** JSON; null: it was not there. */
		before: string | null;
		after: string | null;
		by: string | null;
		at: Instant;
		undoneAt: Generated<Instant | null>;
	};
	counters: { name: string; value: number };
	proposals: {
		id: string;
		/** null while a draft */
		number: number | null;
		consultationId: string;
		fieldId: string | null;
		kind: string;
		title: string;
		body: string;
		/** Source of a piece of evidence: title, link, or both. */
		evidence: string | null;
		authorId: string | null;
		authorName: string | null;
		authorGroup: string | null;
		organisationId: string | null;
		createdAt: Instant;
		changedAt: Instant;
		submittedAt: Instant | null;
		publishedAt: Instant | null;
		rejectedAt: Instant | null;
		hiddenAt: Instant | null;
		redactedAt: Instant | null;
		withdrawnAt: Instant | null;
		/** Sent for evaluation only, or its author no longer wants it to be public. */
		withheldAt: Instant | null;
		supportCount: Generated<number>;
		commentCount: Generated<number>;
		/** Kept by triggers, like the counts below: disposition of the newest published answer. */
		publishedAnswer: Generated<string | null>;
		/** The same with what the draft answers; `adrift`: says that it is in the text, and in the draft it is not. */
		currentAnswer: Generated<string | null>;
		/** 1: the current answer is one. */
		answered: Generated<number>;
		origin: string | null;
		originId: string | null;
		originUrl: string | null;
		/** The day on which it was written where it comes from. */
		originOn: string | null;
		/** In which the words are; `other`: in one we have no name for. */
		language: Generated<string>;
		/** The peer phase it was written in. */
		peerPhaseId: Generated<string | null>;
		/** The phase it was sent in, and YYYY-MM-DD: until when an answer was promised then. */
		phaseId: Generated<string | null>;
		answerBy: Generated<string | null>;
		/** Since when its group may read it, before everybody else. */
		sharedAt: Generated<Instant | null>;
	};
	/** An import as something that is tried, done and taken back as a whole. */
	importJobs: {
		id: string;
		consultationId: string;
		/** Of the file. */
		name: string;
		status: string;
		/** JSON: how the file is to be read, and where its rows go. */
		choices: string;
		/** JSON: what an import would do; it holds people's words and goes with the file. */
		preview: string | null;
		/** JSON: counts, and which rows were not taken and why. */
		outcome: string | null;
		origin: string | null;
		total: Generated<number>;
		through: Generated<number>;
		createdAt: Instant;
		changedAt: Instant;
		finishedAt: Instant | null;
		/** Which process works on it, and when it was last heard of. */
		claimedBy: string | null;
		beatAt: Instant | null;
		tries: Generated<number>;
	};
	/** What was uploaded, in base64, until the import is over. */
	importFiles: { jobId: string; place: number; name: string; body: string };
	/** Which contributions came with an import, in the order of the file. */
	importRows: { jobId: string; place: number; proposalId: string };
	/** As it stood in the file, of what was taken over and had its HTML made plain text. */
	importOriginals: {
		proposalId: string;
		title: string;
		body: string;
	};
	/** In German, of what was written in another language. Not replaced: the one that counts. */
	summaries: {
		id: string;
		proposalId: string;
		revision: number;
		title: string;
		body: string;
		writtenBy: string | null;
		writtenAt: Instant;
		replacedAt: Instant | null;
	};
	/** Where the author lives, by the district's official key. Counted, never shown beside a text. */
	residences: { proposalId: string; district: string };
	/** Folded title, body and evidence of everything published, by number. A virtual FTS5 table on SQLite. */
	proposalTexts: { rowid: number; proposalId: string; title: string; folded: string };
	/** The same of comments; `rowid` is `comments.searchRow`. */
	commentTexts: { rowid: number; commentId: string; title: string; folded: string };
	/** Folded texts of everything the team may search; `rowid` is the place of its entry, `kind` says kind and state. */
	staffTexts: { rowid: number; kind: string; title: string; folded: string };
	/** What is in that index, marked by triggers; `due` 1: the index is still to follow. */
	searchEntries: { place: Generated<number>; kind: string; subjectId: string; due: Generated<number> };
	/** Words of public texts, folded and as they are written; `size`: their length. */
	searchWords: { word: string; shown: string; size: number; count: number };
	supports: { proposalId: string; personId: string; group: string; createdAt: Instant };
	comments: {
		id: string;
		consultationId: string;
		proposalId: string | null;
		pointId: string | null;
		wordingId: string | null;
		amendmentId: string | null;
		parentId: string | null;
		stance: string;
		body: string;
		authorId: string | null;
		authorName: string;
		authorGroup: string;
		organisationId: string | null;
		createdAt: Instant;
		publishedAt: Instant | null;
		rejectedAt: Instant | null;
		hiddenAt: Instant | null;
		redactedAt: Instant | null;
		withdrawnAt: Instant | null;
		/** Its place in the index; null: it is not in it. `searchedAt` null: the index is still to follow. */
		searchRow: Generated<number | null>;
		searchedAt: Generated<Instant | null>;
	};
	/** A waiting text that somebody of the team is reading. */
	screeningClaims: { subjectId: string; personId: string; claimedAt: Instant };
	screenings: {
		id: string;
		subjectKind: string;
		subjectId: string;
		deed: string;
		ground: string | null;
		note: string | null;
		moderatorId: string;
		at: Instant;
		/** Of what was decided at once about many texts. */
		batchId: string | null;
	};
	/** What an author has changed after sending; see moderation/editions. `texts`: JSON, string[]. */
	textEditions: {
		id: string;
		subjectKind: string;
		subjectId: string;
		texts: string;
		sentAt: Instant;
		/** null: it waits to be screened. */
		outcome: string | null;
		ground: string | null;
		note: string | null;
		decidedBy: string | null;
		decidedAt: Instant | null;
		/** Since when everybody may read what stood there before. */
		shownAt: Instant | null;
	};
	appeals: {
		screeningId: string;
		subjectKind: string;
		subjectId: string;
		body: string;
		filedAt: Instant;
		outcome: string | null;
		reply: string | null;
		decidedBy: string | null;
		decidedAt: Instant | null;
	};
	originals: { screeningId: string; sealed: string; dropAt: Instant };
	dockets: {
		proposalId: string;
		consultationId: string;
		number: number;
		publishedAt: Instant;
		/** Empty: none. */
		fieldId: string;
		kind: string;
		group: string;
		assigneeId: string | null;
		aside: string | null;
		openSince: Instant | null;
		hiddenAt: Instant | null;
		revision: Generated<number>;
	};
	docketCounts: {
		consultationId: string;
		fieldId: string;
		kind: string;
		group: string;
		total: Generated<number>;
		open: Generated<number>;
	};
	/** Papers of organisations; see room `positionPapers`. `dropped`: JSON. */
	positionPapers: {
		id: string;
		consultationId: string;
		organisationId: string;
		seatId: string | null;
		name: string;
		size: number;
		digest: string;
		status: string;
		problem: string | null;
		dropped: string;
		tries: Generated<number>;
		uploadedAt: Instant;
		sentAt: Instant | null;
		claimedBy: string | null;
		beatAt: Instant | null;
	};
	/** In base64. */
	positionPaperFiles: { paperId: string; body: string };
	positionPaperSections: { paperId: string; place: number; heading: string; body: string; proposalId: string | null };
	/** Texts of campaigns, each with the first of them; see proposals/campaigns. */
	nearCopies: { proposalId: string; firstId: string };
	segments: {
		id: string;
		proposalId: string;
		/** UTF-16 code units, as JavaScript counts. */
		starts: number;
		ends: number;
		text: string;
		digest: string;
		cutBy: string | null;
		cutAt: Instant;
		removedAt: Instant | null;
		redactedAt: Instant | null;
		/** Where it was cut, however the text was blackened since; null: cut before this was kept. */
		cutStarts: number | null;
		cutEnds: number | null;
	};
	clusters: {
		id: string;
		number: number;
		consultationId: string;
		title: string;
		gist: string;
		pointId: string | null;
		mergedIntoId: string | null;
		splitFromId: string | null;
		assigneeId: string | null;
		createdBy: string | null;
		createdAt: Instant;
		removedAt: Instant | null;
		memberCount: Generated<number>;
		dissentCount: Generated<number>;
		revision: Generated<number>;
	};
	members: {
		clusterId: string;
		/** Id of the segment, or of the contribution when it is a member as a whole. */
		itemId: string;
		proposalId: string;
		segmentId: string | null;
		relation: string;
		dissent: string | null;
	};
	deeds: {
		id: string;
		consultationId: string;
		kind: string;
		doneBy: string;
		at: Instant;
		/** JSON: facts for the sentence. */
		details: string;
		/** JSON: Change[]; see distillation/actions/change.ts. */
		changes: string;
		undoes: string | null;
	};
	deedSubjects: { subjectId: string; deedId: string };
	remarks: {
		id: string;
		subjectId: string;
		body: string;
		writtenBy: string | null;
		writtenAt: Instant;
		removedAt: Instant | null;
	};
	thanksBudgets: { id: string; placeId: string; cents: number; grantedAt: Instant };
	/** The most for one receipt. */
	thanksLimits: { consultationId: string; cents: number };
	/** No person, no card, no occasion, no day. `month`: `2027-05`. */
	thanksPayments: {
		receipt: string;
		placeId: string;
		purpose: string;
		cents: number;
		month: string;
		/** Of the form with which it was booked, as a digest; null: from before forms had one. */
		form: string | null;
	};
	/** To come. Times of the clock on the wall, `14:00`. */
	meetings: {
		id: string;
		consultationId: string;
		title: string;
		/** YYYY-MM-DD */
		heldOn: string;
		begins: string;
		ends: string;
		place: string;
		audience: string;
		access: string;
		childcare: string;
		languages: string;
		travel: string;
		changedAt: Instant;
		cancelledAt: Instant | null;
		/** Its record. */
		workshopId: string | null;
	};
	workshops: {
		id: string;
		number: number;
		consultationId: string;
		label: string;
		/** YYYY-MM-DD */
		heldOn: string;
		group: string;
		people: number;
		minutes: string;
		recordedBy: string;
		recordedAt: Instant;
		changedAt: Instant;
		publishedAt: Instant | null;
	};
	/** JPEG in base64; width and height are of the small one. */
	workshopPhotos: {
		id: string;
		workshopId: string;
		alt: string;
		small: string;
		large: string;
		width: number;
		height: number;
		addedAt: Instant;
	};
	scribes: { subjectId: string; recordedBy: string };
	recordings: {
		subjectId: string;
		subjectKind: string;
		consultationId: string;
		workshopId: string | null;
		cardId: string | null;
		channel: string;
		/** YYYY-MM-DD */
		saidOn: string;
		place: string;
		consentVersion: string;
		/** YYYY-MM-DD */
		consentedOn: string;
		readBackAt: Instant | null;
		recordedBy: string;
		recordedAt: Instant;
		takenOverAt: Instant | null;
		withdrawnAt: Instant | null;
	};
	points: { id: string; number: number; consultationId: string; createdAt: Instant };
	wordings: {
		id: string;
		pointId: string;
		fieldId: string;
		title: string;
		body: string;
		writtenBy: string | null;
		writtenAt: Instant;
		frozenAt: Instant | null;
	};
	versions: {
		id: string;
		number: number;
		consultationId: string;
		previousId: string | null;
		kind: string;
		title: string;
		preamble: string;
		createdBy: string | null;
		createdAt: Instant;
		revision: Generated<number>;
		/** The revision at which title, kind or preamble last changed. */
		headRevision: Generated<number>;
		/** The version in short, in easy words. */
		easy: Generated<string>;
		/** JSON: see strategy/versions/comprehension.ts. */
		waived: Generated<string>;
		understood: string | null;
		/** JSON: see strategy/versions/represented.ts. */
		represented: Generated<string | null>;
		/** JSON: see strategy/versions/board/boardStatement.ts. */
		board: Generated<string | null>;
		/** JSON: see strategy/versions/omitted.ts. */
		omitted: Generated<string | null>;
		justified: Generated<string>;
		publishedAt: Instant | null;
		publishedBy: string | null;
		numbers: string | null;
		digest: string | null;
		/** Canonical JSON the digest is of; see strategy/frozen/versionDigest.ts. */
		frozen: string | null;
		/** Put back from open data. */
		restoredAt: Generated<Instant | null>;
		/** The same as it is after the addenda, with its digest; null: as it was sealed. */
		textNow: Generated<string | null>;
		digestNow: Generated<string | null>;
	};
	versionPoints: {
		versionId: string;
		pointId: string;
		wordingId: string;
		position: number;
		editorialNote: string | null;
		/** The draft's revision at which the point last changed. */
		revision: Generated<number>;
		/** What its field was called and where it stood when the version was published; null: it is a draft. */
		fieldTitle: Generated<string | null>;
		fieldPosition: Generated<number | null>;
	};
	promiseUpdates: {
		id: string;
		pointId: string;
		status: string;
		responsible: string;
		/** YYYY-MM-DD */
		reviewOn: string | null;
		text: string;
		writtenBy: string | null;
		at: Instant;
	};
	understandingRounds: { versionId: string; openedBy: string | null; openedAt: Instant; closedAt: Instant | null };
	understandings: {
		versionId: string;
		pointId: string;
		personId: string;
		verdict: string;
		reason: string;
		words: string;
		at: Instant;
	};
	/** Why something is not in a version; see room `omissions`. */
	omissionNotes: { versionId: string; subject: string; way: string; text: string };
	/** A board of affected people; see room `board`. */
	boards: { consultationId: string; quorum: number };
	/** `since`: a day. */
	boardMembers: { personId: string; consultationId: string; since: string };
	boardInvitations: { tokenHash: string; consultationId: string; madeAt: Instant; expiresAt: Instant };
	boardRounds: { versionId: string; openedAt: Instant; closedAt: Instant | null };
	boardStatements: { versionId: string; personId: string; choice: string; reason: string; words: string };
	hands: { versionId: string; pointId: string; personId: string; takenAt: Instant };
	/** `carried`: JSON, string[]. */
	lineages: { versionId: string; pointId: string; fromId: string; kind: string; carried: string };
	leads: {
		id: string;
		clusterId: string;
		versionId: string;
		pointId: string;
		/** made or joined */
		kind: string;
		/** JSON: string[]; `carried` likewise. */
		meant: string;
		carried: string;
		withdrawnAt: Instant | null;
	};
	changeNotes: { versionId: string; pointId: string; note: string };
	measures: {
		versionId: string;
		id: string;
		pointId: string;
		text: string;
		responsible: string;
		competence: string;
	};
	drops: { versionId: string; pointId: string; reason: string };
	sources: { versionId: string; pointId: string; proposalId: string; relation: string; note: string | null };
	amendments: {
		id: string;
		number: number;
		consultationId: string;
		pointId: string;
		/** The wording it was made for. */
		wordingId: string;
		title: string;
		body: string;
		reason: string;
		authorId: string | null;
		authorName: string;
		authorGroup: string;
		organisationId: string | null;
		createdAt: Instant;
		publishedAt: Instant | null;
		rejectedAt: Instant | null;
		hiddenAt: Instant | null;
		redactedAt: Instant | null;
		withdrawnAt: Instant | null;
		supportCount: Generated<number>;
		outcome: string | null;
		outcomeReason: string | null;
		outcomeVersionId: string | null;
		decidedBy: string | null;
		decidedAt: Instant | null;
	};
	amendmentSupports: { amendmentId: string; personId: string; group: string; createdAt: Instant };
	amendmentSources: { versionId: string; pointId: string; amendmentId: string; outcome: string };
	/** What only the operator knows, by its place on the fixed pages. */
	statements: { place: string; text: string; changedAt: Instant };
	/** Every state of these; `text` null: taken away. */
	statementRevisions: { number: number; place: string; text: string | null; savedBy: string | null; savedAt: Instant };
	/** A process that nobody writes in any more. */
	closures: { consultationId: string; closedAt: Instant };
	/** `parts`: JSON, digest by part. */
	approvals: { kind: string; subjectId: string; personId: string; digest: string; parts: string; at: Instant };
	showsOfHands: {
		workshopId: string;
		pointId: string;
		wordingId: string;
		agree: number;
		pass: number;
		disagree: number;
		countedBy: string;
		countedAt: Instant;
	};
	/** Put back from open data. `shown`: JSON, see hands/restoreHands.server.ts. */
	restoredHands: { workshopId: string; pointId: string; wordingId: string; shown: string };
	/** How a group reads a point. Either counted here, or put back from open data (`restoredCounts`: JSON). */
	readings: {
		workshopId: string;
		pointId: string;
		wordingId: string;
		body: string;
		agree: number | null;
		pass: number | null;
		disagree: number | null;
		restoredCounts: string | null;
		writtenBy: string | null;
		writtenAt: Instant;
	};
	ballotBoxes: { id: number; pointId: string; wordingId: string; phaseId: string };
	/** One for each voter and phase. `voter`: token of person and phase. `marks`: see votes/ballots/ballot.ts. */
	ballots: { voter: string; phaseId: string; group: string; standing: string; marks: string };
	/** What a group has said is the sum of all slots; see votes/ballots/store.server.ts. One alone can be negative. */
	tallies: {
		boxId: number;
		group: string;
		standing: string;
		slot: number;
		agree: Generated<number>;
		pass: Generated<number>;
		disagree: Generated<number>;
		/** How many of them a helper wrote down. */
		recorded: Generated<number>;
	};
	/** In which phase people say which measures of a version should come first. See room `priorities`. */
	priorityRounds: {
		phaseId: string;
		consultationId: string;
		versionId: string;
		/** How much there is, in the unit of the costs; null: not set yet. */
		budget: number | null;
		/** What a measure of this class costs. */
		small: number;
		medium: number;
		large: number;
		revision: number;
		/** YYYY-MM-DD: since the first ballot costs and budget stay; null: there is none. */
		fixedOn: string | null;
	};
	/** `id`: the number of its box on the ballots, from the same counter as `ballotBoxes`. `number`: as people see it. */
	priorityMeasures: {
		id: number;
		phaseId: string;
		versionId: string;
		measureId: string;
		number: number;
		costClass: string | null;
	};
	/** `body`: JSON, see priorities/result/result.ts. */
	priorityResults: { phaseId: string; computedAt: Instant; body: string; digest: string };
	/** Phases after which people judge the process. `body`: JSON, see evaluations/result.ts; null: answers can still change. */
	evaluationRounds: {
		phaseId: string;
		consultationId: string;
		computedAt: Instant | null;
		body: string | null;
		digest: string | null;
	};
	/** Only until they are computed. `personId` null: a sheet of paper, typed in by `recordedBy`. */
	evaluations: {
		id: string;
		phaseId: string;
		personId: string | null;
		recordedBy: string | null;
		group: string;
		informed: string;
		heard: string;
		fair: string;
		easy: string;
		again: string;
	};
	ballotSheets: {
		id: string;
		consultationId: string;
		phaseId: string;
		cardId: string | null;
		channel: string;
		/** YYYY-MM-DD */
		saidOn: string;
		place: string;
		consentVersion: string;
		readBackAt: Instant | null;
		recordedBy: string;
		recordedAt: Instant;
		withdrawnAt: Instant | null;
	};
	/** How papers of one version were laid out. `pages`: JSON, see votes/ballotPapers/layout.ts. */
	ballotLayouts: { id: string; consultationId: string; version: number; pages: string; madeAt: Instant };
	/** Printed ballot papers. `cardId`: of the code on its strip, until the ballots are sealed. */
	ballotPapers: {
		id: string;
		layoutId: string;
		cardId: string | null;
		group: string;
		printedBy: string;
		printedAt: Instant;
	};
	/** Piles of pictures of ballot papers. */
	ballotScans: {
		id: string;
		consultationId: string;
		uploadedBy: string;
		uploadedAt: Instant;
		/** YYYY-MM-DD */
		saidOn: string;
		place: string;
		/** Papers, not votes. */
		counted: Generated<number>;
	};
	/** What was uploaded, in base64, until it is read. */
	ballotScanFiles: {
		id: string;
		scanId: string;
		/** In the order in which they came. */
		place: number;
		name: string;
		body: string;
		through: Generated<number>;
		claimedBy: string | null;
		beatAt: Instant | null;
		tries: Generated<number>;
	};
	ballotScanPages: {
		id: string;
		scanId: string;
		/** In the order in which they came. */
		place: number;
		name: string;
		/** Why it is not read; see votes/scans/scan.ts. */
		problem: string | null;
		paperId: string | null;
		page: number | null;
		reading: string | null;
		readAt: Instant;
	};
	ballotScanPictures: { pageId: string; point: number; body: string };
	referenceFigures: { consultationId: string; group: string; percent: number; source: string };
	/** `subject`: e.g. "box 12". `lines`: JSON, see votes/results/publication.ts. Rows are only ever added. */
	publications: { subject: string; at: Instant; lines: string };
	/** `content`: JSON, see opinion/landscape/landscape.ts; `digest`: its SHA-256. */
	extremities: {
		wordingId: string;
		extremity: number;
		/** In thousandths. See representation/audit/undecided.ts. */
		undecided: Generated<number>;
	};
	landscapes: {
		number: number;
		consultationId: string;
		at: Instant;
		content: string;
		digest: string;
	};
	conversations: {
		id: string;
		number: number;
		origin: string;
		title: string;
		url: string | null;
		attribution: string;
		language: string;
		importedAt: Instant | null;
		changedAt: Instant;
		drawnAt: Instant | null;
		drawnFor: Instant | null;
		/** JSON, see opinion/landscape/landscape.ts; `digest`: its SHA-256. */
		landscape: string | null;
		digest: string | null;
		/** JSON, see opinion/landscape/landscape.ts: what the export says; null: it was not kept. */
		figures: string | null;
	};
	conversationStatements: {
		conversationId: string;
		number: number;
		originId: string;
		body: string;
		takenOutAt: Instant | null;
	};
	/** `votes`: JSON, see conversations/votes.ts. */
	conversationPeople: { conversationId: string; originId: string; votes: string };
	/** How many contributions everybody can read, by triggers. Empty answers: none. */
	proposalCounts: {
		consultationId: string;
		authorGroup: string;
		publishedAnswer: string;
		currentAnswer: string;
		count: number;
	};
	commentCounts: { consultationId: string; authorGroup: string; count: number };
	answers: {
		id: string;
		proposalId: string;
		versionId: string;
		disposition: string;
		reason: string;
		responsible: string | null;
		writtenBy: string | null;
		writtenAt: Instant;
		revision: Generated<number>;
		publishedAt: Instant | null;
	};
	/** What stood in a draft before: it can be taken back for a day. */
	replacedAnswers: {
		batchId: string;
		proposalId: string;
		versionId: string;
		/** Of the answer in its place. */
		revision: number;
		/** null: there was none. */
		disposition: string | null;
		reason: string;
		responsible: string | null;
		writtenBy: string | null;
		replacedAt: Instant;
	};
	calls: {
		id: string;
		number: number;
		consultationId: string;
		versionId: string;
		title: string;
		intro: string;
		deadline: Instant | null;
		createdBy: string | null;
		createdAt: Instant;
		revision: Generated<number>;
		changedBy: string | null;
		publishedAt: Instant | null;
		publishedBy: string | null;
		withdrawnAt: Generated<Instant | null>;
		/** What took the place of a withdrawn one. */
		successorId: Generated<string | null>;
	};
	callItems: { id: string; callId: string; kind: string; position: number; title: string; body: string };
	callGrounds: { itemId: string; pointId: string };
	reports: {
		id: string;
		number: number;
		consultationId: string;
		versionId: string | null;
		title: string;
		frozen: string;
		digest: string;
		publishedBy: string | null;
		publishedAt: Instant;
		/** The same as it is after the addenda, with its digest; null: as it was published. */
		textNow: Generated<string | null>;
		digestNow: Generated<string | null>;
		withdrawnAt: Generated<Instant | null>;
		successorId: Generated<string | null>;
	};
	/** What was corrected, blackened or withdrawn after publication. `frozen`: canonical JSON, see corrections/addendum.ts. */
	addenda: {
		number: number;
		consultationId: string;
		kind: string;
		frozen: string;
		digest: string;
		publishedAt: Instant;
		publishedBy: string | null;
	};
	/** `facts`: JSON, by kind. */
	addendumDrafts: {
		id: string;
		consultationId: string;
		kind: string;
		targetKind: string;
		targetNumber: number;
		facts: string;
		reason: string;
		createdAt: Instant;
		createdBy: string | null;
	};
	/** What a removal took out, until it is destroyed. JSON. */
	sealedWords: { addendum: number; body: string; until: Instant };
	reportDrafts: {
		id: string;
		consultationId: string;
		title: string;
		foreword: string;
		figures: string;
		revision: Generated<number>;
		createdBy: string | null;
		createdAt: Instant;
		changedBy: string | null;
	};
	dataEditions: {
		number: number;
		begunAt: Instant;
		finishedAt: Instant | null;
		/** JSON, see data/editions/editionColumns.ts; null: from before it was kept. */
		columns: string | null;
		claimedBy: string | null;
		/** Grows with every step of whoever writes it. */
		beat: Generated<number>;
		/** Whether anything in it was taken back was asked last then. */
		checkedAt: Generated<Instant | null>;
		changedAt: Generated<Instant | null>;
		/** `datapackage.json` as it is sent; null: from before it was kept. */
		description: Generated<string | null>;
	};
	/** Every digest that the description of an edition has had. */
	dataDigests: { edition: number; state: number; at: Instant; digest: string };
	dataFiles: {
		edition: number;
		name: string;
		rows: number;
		bytes: number;
		digest: string;
		/** Taken out of it since it was made. */
		removed: Generated<number>;
	};
	dataParts: { edition: number; dataset: string; part: number; body: string };
	prints: { digest: string; format: string; edition: number; size: number; body: string; madeAt: Instant };
	journal: {
		id: string;
		at: Instant;
		verb: string;
		audience: string;
		subjectId: string;
		consultationId: string | null;
		actorId: string | null;
		/** JSON: facts for the sentence. */
		details: string;
		/** Of what it is about, as people know it: the one among the facts. */
		number: Generated<number | null>;
	};
	tickets: {
		id: string;
		number: number;
		kind: string;
		page: string;
		body: string;
		way: string;
		/** Sealed. */
		contact: string | null;
		codeHash: string;
		filedAt: Instant;
		interim: string | null;
		interimAt: Instant | null;
		answer: string | null;
		answeredAt: Instant | null;
		answeredBy: string | null;
		remindedAt: Instant | null;
	};
	/** Who tries how often, on PostgreSQL: see server/auth/limits.ts. Instants in milliseconds. */
	limits: { key: string; remaining: number; at: number; wait: number | null; until: number };
	/** Typed into forms that were not taken; sealed with a key the browser has. */
	unsentForms: {
		id: string;
		sealed: string;
		expiresAt: Instant;
	};
	/** What somebody has been told already; see room `news`. */
	newsSeen: { personId: string; item: string };
	/** For which cards of a batch something is new, as its place was told it. `until`: nothing younger counted. */
	newsLists: { batchId: string; until: Instant };
	newsListCards: { batchId: string; personId: string };
	/** Who wants to hear of news without looking; see room `subscriptions`. */
	subscriptions: {
		id: string;
		personId: string | null;
		pointId: string | null;
		/** The mail address, sealed; null: a feed. */
		address: string | null;
		fingerprint: string | null;
		rhythm: string;
		locale: string;
		askedAt: Instant;
		confirmedAt: Instant | null;
		/** When it was last looked for news. */
		lookedAt: Instant | null;
	};
	subscriptionItems: { subscriptionId: string; item: string };
	outbox: {
		id: string;
		recipient: string;
		subject: string;
		body: string;
		createdAt: Instant;
		nextTryAt: Instant;
		tries: Generated<number>;
		sentAt: Instant | null;
		givenUpAt: Instant | null;
		/** The body of a mail with a link that opens something; `body` is empty then. */
		sealed: Generated<string | null>;
	};
}
