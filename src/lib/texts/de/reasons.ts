/**
 * Why something is not possible, as a sentence for the person who tried. Keys are what rules answer (`no('key')`).
 * `{gaps}` are filled with the facts of the verdict.
 */
export const reasons = {
	signInFirst: 'Bitte melden Sie sich zuerst an. Dafür brauchen Sie den Code von Ihrer Karte.',
	staffTakesNoPart:
		'Sie sind mit einem Zugang des Teams angemeldet. Wer im Team arbeitet, wertet aus und stimmt nicht selbst mit ab. Schreiben, unterstützen und abstimmen geht mit diesem Zugang nicht.',
	roleMissing: 'Das dürfen nur Personen mit einer anderen Aufgabe.',
	publisherOnly: 'Das darf nur, wer im Team die Aufgabe »Freigabe« hat.',
	notYours: 'Das hat jemand anderes geschrieben. Nur diese Person darf es ändern.',
	noConsultation: 'Hier ist noch kein Verfahren eingerichtet. Bitte kommen Sie später wieder.',
	phaseBefore: 'Das geht erst später. Es beginnt am {from}.',
	phaseOver: 'Das ist nicht mehr möglich. Es ging bis zum {until}.',
	ballotsSealed:
		'Diese Abstimmung ist abgeschlossen. Seitdem weiß niemand mehr, wer wie abgestimmt hat. Darum kann man hier nicht noch einmal abstimmen.',
	ballotKeyMissing:
		'Wir können Ihre Stimme gerade nicht annehmen. Das liegt nicht an Ihnen. Bitte versuchen Sie es später noch einmal.',
	consentMissing:
		'Ohne Ihre Erlaubnis dürfen wir Ihren Text nicht lesen. Bitte kreuzen Sie an, dass das Team ihn lesen und auswerten darf.',
	publicMissing:
		'Das hier ist immer öffentlich. Bitte erlauben Sie, dass wir Ihre Texte veröffentlichen. Sie können das unter »Meine Daten« jederzeit ändern.',
	onlyEvaluated: 'Die Person möchte nicht, dass dieser Text öffentlich ist. Er ist nur zum Auswerten da.',
	lastAdmin:
		'Sie sind die letzte Person mit der Aufgabe »Verwaltung«. Geben Sie diese Aufgabe zuerst jemand anderem. Sonst kann niemand mehr jemanden ins Team holen.',
	lastAdminAccount:
		'Das ist der letzte offene Zugang mit der Aufgabe »Verwaltung«. Geben Sie diese Aufgabe zuerst jemand anderem. Sonst kann niemand mehr jemanden ins Team holen.',
	factorRefused: 'Dieser Code gilt nicht oder nicht mehr. Jeder Code gilt nur einmal. Warten Sie auf den nächsten.',
	factorKnown: 'Der zweite Schritt ist schon eingerichtet. Melden Sie sich mit dem Code aus der App an.',
	phaseNever: 'Das ist in diesem Verfahren nicht vorgesehen.',
	positionChanged:
		'Jemand anderes aus Ihrer Organisation hat das inzwischen geändert: {choice}. Bitte sprechen Sie sich ab. Wenn Sie jetzt noch einmal wählen, gilt Ihre Antwort.',
	draftChanged:
		'Jemand hat an diesem Text inzwischen weitergeschrieben. Ihr Text steht noch im Formular und ist noch nicht gespeichert. Der andere Text steht darunter.',
	draftSent:
		'Dieser Entwurf ist schon abgeschickt, als Beitrag {number}. Ihr Text ist anders und steht noch hier. Wenn Sie ihn abschicken, wird daraus ein eigener Beitrag.',
	placeKnown: 'Diese Buchstaben hat schon ein anderer Ort. Bitte nehmen Sie andere.',
	placeNotYours: 'An diesem Ort gibt nur sein Team Karten aus, oder die Verwaltung.',
	organisationKnown: 'Eine Organisation mit diesem Namen gibt es schon.',
	organisationSame: 'Das ist dieselbe Organisation. Bitte wählen Sie eine andere.',
	placeUnknown: 'Diesen Ort gibt es nicht, oder er ist geschlossen. Es gibt: {names}',
	seatLast: 'Inzwischen ist das der letzte Platz. Bitte lesen Sie, was dann passiert, und bestätigen Sie noch einmal.',
	organisationsBothSpoke:
		'Beide haben in einer Abstimmung, die vorbei ist, über denselben Punkt abgestimmt. Was damals veröffentlicht wurde, bleibt. Darum kann man diese beiden nicht zusammenlegen.',
	organisationTakesNothing:
		'Sie sind für eine Organisation angemeldet. Was ein Mensch gesagt hat, kann keine Organisation übernehmen. Melden Sie sich ab und geben Sie dann den Code ein.',
	ownAmendment: 'Das ist Ihr eigener Vorschlag.',
	amendmentSame: 'Ihr Wortlaut ist gleich geblieben. Bitte ändern Sie, was anders sein soll.',
	amendmentDecided: 'Über diesen Vorschlag ist schon entschieden.',
	notPublished: 'Das ist noch nicht veröffentlicht.',
	alreadySent: 'Das haben Sie schon abgeschickt. Jetzt prüft es die Moderation.',
	ownSupport: 'Ihren eigenen Beitrag können Sie nicht unterstützen.',
	hiddenSubject: 'Dieser Text ist ausgeblendet. Darauf kann man nicht mehr antworten.',
	withdrawnText: 'Dieser Text ist zurückgezogen. Darauf kann man nicht mehr antworten.',
	workshopPublished: 'Dieses Treffen ist veröffentlicht. Nehmen Sie es zuerst zurück, wenn etwas nicht stimmt.',
	workshopOwn: 'Das haben Sie selbst aufgeschrieben. Eine andere Person muss es lesen und veröffentlichen.',
	handsTooMany: 'Punkt {point}: Das sind mehr Hände, als Menschen da waren ({people}).',
	handsNone: 'Punkt {point}: Bitte tragen Sie ein, wie viele die Hand gehoben haben.',
	saidLater: 'Dieses Datum liegt in der Zukunft. Bitte prüfen Sie, wann es gesagt wurde.',
	notYourRecording: 'Das hat jemand anderes aufgeschrieben. Nur diese Person oder die Verwaltung darf es ändern.',
	takenOver: 'Das hat schon jemand übernommen. Mit einem Code geht das nur einmal.',
	takenOverNow:
		'Die Person hat den Text inzwischen selbst übernommen. Nur sie kann ihn zurückziehen, unter »Meine Beiträge«.',
	saidEarlier: 'Damals wurde noch nicht abgestimmt. Bitte prüfen Sie, wann es gesagt wurde.',
	sheetOutdated:
		'Abgestimmt wird jetzt über Fassung {number}. Auf dem Bogen steht eine andere Fassung. Bitte fragen Sie die Person noch einmal, mit einem neuen Bogen.',
	sheetWithdrawn: 'Diese Stimmen sind zurückgenommen. Bitte beginnen Sie mit einem neuen Bogen.',
	cardInUse:
		'Die Person hat ihre Karte inzwischen selbst benutzt. Ihre Stimmen kann nur noch sie selbst abgeben und ändern.',
	nothingToTake: 'Zu diesem Code ist nichts aufgeschrieben. Es gibt nichts zu übernehmen.',
	appealedBefore: 'Sie haben gegen diese Entscheidung schon Widerspruch eingelegt. Das geht einmal.',
	nothingToAppeal: 'Diese Entscheidung gilt nicht mehr. Sie müssen nicht mehr widersprechen.',
	appealOwnDecision:
		'Diese Entscheidung haben Sie selbst getroffen. Über den Widerspruch entscheidet eine andere Person.',
	appealDecided: 'Über diesen Widerspruch ist schon entschieden.',
	originalGone:
		'Der ursprüngliche Text ist schon gelöscht. Die Stellen lassen sich nicht mehr zeigen. Bitte sagen Sie das der Person in Ihrer Antwort.',
	looksLikeMachine: 'Bitte lassen Sie das Feld »Dieses Feld bitte leer lassen« leer. Dann senden Sie noch einmal.',
	tooFast: 'Das ging sehr schnell. Bitte warten Sie einen Moment und senden Sie dann noch einmal.',
	ticketUnknown: 'Zu diesem Code finden wir keine Meldung. Bitte prüfen Sie jedes Zeichen.',
	ticketAnswered: 'Diese Meldung ist schon beantwortet.',
	interimSent: 'Eine Zwischennachricht ist schon geschickt. Jetzt fehlt die Antwort.',
	ownRecording: 'Das haben Sie selbst aufgeschrieben. Eine andere Person muss es prüfen.',
	ownSubject: 'Das haben Sie selbst geschrieben. Eine andere Person muss es prüfen.',
	alreadyScreened:
		'Inzwischen hat schon jemand anderes über diesen Text entschieden. Sie haben nichts falsch gemacht. Ihre Entscheidung ist nicht gespeichert.',
	notWaiting: 'Dieser Text wartet nicht mehr auf eine Prüfung.',
	codeUnknown: 'Mit diesem Code können wir Sie nicht anmelden. Bitte prüfen Sie jedes Zeichen.',
	batchKnown:
		'Diese Ausgabe gibt es schon. Die Codes zeigen wir nur einmal. Sind sie nicht gedruckt? Dann ziehen Sie die Ausgabe zurück und erstellen eine neue.',
	ownRole: 'Ihre eigenen Rollen ändert eine andere Person aus der Verwaltung.',
	phaseOverlap: 'In dieser Zeit läuft schon die Phase »{phase}«. Zwei Phasen dürfen nicht gleichzeitig laufen.',
	versionFrozen: 'Diese Fassung ist veröffentlicht. Niemand kann sie mehr ändern.',
	roundClosed: 'Diese Frage ist inzwischen geschlossen. Danke, dass Sie antworten wollten.',
	waiverReasonMissing: 'Schreiben Sie bitte auf, warum das wegfällt. Alle lesen den Grund in der Fassung.',
	pointTextMissing:
		'Schreiben Sie zuerst auf, worauf der Stapel hinausläuft: unter »Name und Ziel ändern«. Daraus wird der Text des neuen Punktes.',
	understoodLacking:
		'Noch haben wir die Menschen nicht gefragt, ob wir sie verstanden haben. Stellen Sie die Frage. Oder sagen Sie, warum nicht.',
	easyLacking:
		'Es fehlt die Zusammenfassung in Einfacher Sprache. Schreiben Sie eine. Oder sagen Sie, warum es keine gibt.',
	pointHeld:
		'{name} schreibt gerade an diesem Punkt. Ihr Text steht noch im Formular. Sprechen Sie sich ab. Oder übernehmen Sie den Punkt.',
	pointTookIn: 'In diesem Punkt sind andere aufgegangen: {numbers}. Nehmen Sie diese zuerst wieder auf.',
	pointDropped: 'Dieser Punkt steht nicht mehr in der neuesten Fassung.',
	pointNeverPublished: 'Dieser Punkt war noch nie öffentlich. Sie können ihn löschen.',
	pointWasPublished: 'Dieser Punkt war schon öffentlich. Er kann wegfallen, aber nicht spurlos verschwinden.',
	sourceUnknown: 'Diese Beiträge gibt es nicht oder sie sind nicht veröffentlicht: {numbers}.',
	accountBlocked: 'Dieser Zugang ist gesperrt. Fragen Sie eine Person mit der Aufgabe »Verwaltung« im Team.',
	accountWithoutRole:
		'Dieser Zugang hat zurzeit keine Aufgabe im Team. Deshalb können Sie sich nicht anmelden. Fragen Sie eine Person mit der Aufgabe »Verwaltung«.',
	providerOff: 'Einen Anmelde-Dienst gibt es hier nicht. Bitte melden Sie sich mit Ihrem Passwort an.',
	providerAway: 'Der Anmelde-Dienst antwortet gerade nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
	providerDenied:
		'Beim Anmelde-Dienst wurde die Anmeldung abgebrochen oder abgelehnt. Sie können es noch einmal versuchen.',
	providerExpired: 'Diese Anmeldung ist abgelaufen oder wurde schon benutzt. Bitte melden Sie sich noch einmal an.',
	providerStrange:
		'Diese Anmeldung hat nicht in diesem Browser begonnen. Oder das ist länger als 10 Minuten her. Bitte melden Sie sich noch einmal an.',
	providerForeign:
		'Die Antwort kam nicht von unserem Anmelde-Dienst. Wir haben sie nicht angenommen. Bitte melden Sie sich noch einmal an.',
	providerInvalid:
		'Die Antwort vom Anmelde-Dienst ist nicht echt oder nicht vollständig. Wir haben sie nicht angenommen. Bitte sagen Sie das der Stelle, die diese Website betreibt.',
	providerSetup:
		'Der Anmelde-Dienst und diese Website passen noch nicht zusammen. Bitte sagen Sie das der Stelle, die diese Website betreibt.',
	providerTooWeak:
		'Sie haben sich beim Anmelde-Dienst ohne den zweiten Schritt angemeldet. Den brauchen Sie hier. Bitte melden Sie sich dort noch einmal an.',
	providerWithoutRole:
		'Beim Anmelde-Dienst haben Sie keine Aufgabe in diesem Verfahren. Ohne Aufgabe können Sie nicht hinein. Fragen Sie die Stelle, die dort Ihr Konto betreut.',
	providerWithoutEmail:
		'Der Anmelde-Dienst nennt uns keine bestätigte E-Mail-Adresse von Ihnen. Fragen Sie die Stelle, die dort Ihr Konto betreut.',
	providerUninvited:
		'Für Ihre E-Mail-Adresse gibt es hier noch keinen Zugang. Fragen Sie eine Person mit der Aufgabe »Verwaltung« im Team.',
	providerAddressTaken:
		'Der Zugang mit Ihrer E-Mail-Adresse gehört zu einem anderen Konto beim Anmelde-Dienst. Fragen Sie die Stelle, die diese Website betreibt.',
	providerOnly: 'Dieser Zugang gehört zum Anmelde-Dienst. Bitte melden Sie sich dort an.',
	rolesFromProvider: 'Diese Person meldet sich über den Anmelde-Dienst an. Ihre Rollen werden dort vergeben.',
	passwordsOff: 'Mit einem Passwort können Sie sich hier nicht anmelden. Bitte benutzen Sie den Anmelde-Dienst.',
	accountKnown: 'Mit dieser E-Mail-Adresse ist schon jemand im Team. Sie finden die Person in der Liste.',
	ownAccount: 'Für Ihren eigenen Zugang geht das nicht. Ihr Passwort ändern Sie unter »Ihr Zugang«.',
	linkOver:
		'Dieser Link gilt nicht mehr. Jeder Link gilt nur einmal und nur 48 Stunden. Bitte lassen Sie sich einen neuen geben.',
	mailMissing:
		'Diese Website kann keine Mails verschicken. Bitte fragen Sie eine Person mit der Aufgabe »Verwaltung« nach einem Link.',
	formerWrong: 'Ihr bisheriges Passwort stimmt nicht. Bitte geben Sie es noch einmal ein.',
	passwordShort:
		'Das Passwort ist zu kurz: {length} Zeichen. Es braucht mindestens {least}. Zum Beispiel vier Wörter mit Leerzeichen dazwischen.',
	passwordCommon:
		'Dieses Passwort benutzen sehr viele Menschen. Wer fremde Passwörter errät, probiert es zuerst. Bitte nehmen Sie ein anderes.',
	passwordPersonal:
		'Dieses Passwort ist leicht zu erraten: »{word}« gehört zu Ihnen oder zu dieser Website. Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
	passwordEasy:
		'Dieses Passwort ist leicht zu erraten. Es besteht aus bekannten Wörtern, Zahlen oder Mustern. Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
	passwordWrong: 'E-Mail-Adresse oder Passwort stimmen nicht.',
	tooManyCodes:
		'Es gab zu viele falsche Codes. Bitte warten Sie 5 Minuten. Oder nehmen Sie einen Ersatz-Code: Der geht sofort.',
	tooManyTries: 'Es gab zu viele Versuche. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
	turnInSeconds:
		'Für diese E-Mail-Adresse gab es viele falsche Passwörter. Bitte warten Sie {seconds} Sekunden. Dann sind Sie an der Reihe.',
	turnInMinutes:
		'Für diese E-Mail-Adresse gab es viele falsche Passwörter. Bitte warten Sie {minutes} Minuten. Dann sind Sie an der Reihe.',
	callFrozen: 'Dieser Projektaufruf ist veröffentlicht. Er kann nicht mehr geändert werden.',
	reportDraftExists:
		'Es gibt schon einen Entwurf für den nächsten Bericht. Ihr Text steht noch im Formular. Bitte laden Sie die Seite neu, bevor Sie weiterschreiben.',
	callWithoutPart: 'Es fehlt noch ein Baustein: Was wird gefördert?',
	callWithoutCriterion: 'Es fehlt noch ein Kriterium: Wonach wird ausgewählt?',
	callItemGroundless: '»{title}« beruht noch auf keinem Punkt der Strategie.',
	callVersionUnpublished: 'Ein Projektaufruf braucht eine veröffentlichte Fassung der Strategie.',
	callPointElsewhere: 'Ein angekreuzter Punkt steht nicht in der Fassung, auf der dieser Aufruf beruht.',
	formUsed:
		'Ein Text aus diesem Formular ist schon angekommen. Ihr neuer Text steht noch im Formular. Bitte senden Sie ihn noch einmal.',
	ownOrganisation: 'Das hat jemand aus Ihrer Organisation geschrieben. Eine andere Person muss es prüfen.',
	withdrawnMeanwhile: 'Die Person hat ihren Text inzwischen zurückgezogen. Sie müssen nichts mehr prüfen.',
	notHidden: 'Dieser Text ist nicht ausgeblendet.',
	passageNotFound:
		'Diese Stelle steht nicht im Text: »{passage}«. Bitte schreiben Sie jede Stelle genau ab. Es wurde nichts geschwärzt.',
	noDraft:
		'Es gibt gerade keinen Entwurf. Antworten gehen mit einer Fassung hinaus. Legen Sie zuerst einen Entwurf an.',
	versionEmpty: 'In dieser Fassung steht noch kein Punkt.',
	sourcesLacking:
		'Bei diesen Punkten fehlt noch die Herkunft: {numbers}. Ein Punkt braucht einen Beitrag oder eine Anmerkung der Redaktion.',
	answersAdrift:
		'Antworten, die nicht mehr stimmen: {count}. Sie sagen: Der Beitrag steht in der Strategie. Im Entwurf steht er aber hinter keinem Punkt mehr.',
	approvalMissing: 'Noch niemand hat genau diesem Stand zugestimmt. Erst muss eine andere Person zustimmen.',
	approvalOwn: 'Sie haben diesem Stand selbst zugestimmt. Eine andere Person muss veröffentlichen.',
	adoptedNowhere:
		'Beitrag {numbers} steht noch hinter keinem Punkt im Entwurf. Stellen Sie ihn zuerst hinter einen Punkt. Oder wählen Sie eine andere Antwort.',
	deedBuiltOn:
		'Das kann man nicht mehr zurücknehmen. Danach hat jemand daran weitergearbeitet. Nehmen Sie zuerst die neueren Schritte zurück.',
	deedIsUndo: 'Das ist selbst ein Zurücknehmen. Machen Sie den Schritt einfach noch einmal.',
	docketsChanged:
		'Diese Beiträge hat inzwischen jemand anderes bearbeitet: {numbers}. Es ist nichts geändert. Ihre Angaben stehen noch da. Bitte sehen Sie nach und senden Sie noch einmal.',
	clusterMerged: 'Stapel {number} ist in Stapel {into} aufgegangen. Nehmen Sie bitte Stapel {into}.',
	clusterGone: 'Stapel {number} gibt es nicht. Bitte prüfen Sie die Nummer.',
	clusterEmpty: 'In diesem Stapel liegt nichts. Ein Punkt braucht eine Herkunft.',
	sameCluster: 'Das ist derselbe Stapel. Bitte nehmen Sie einen anderen.',
	passageUnknown: 'Diese Stelle steht nicht im Text. Bitte wählen Sie die Sätze noch einmal aus.',
	lackingChanged:
		'Die Zahl stimmt nicht mehr. Beiträge ohne Antwort jetzt: {count}. Bitte prüfen Sie das und bestätigen Sie die neue Zahl.',
	batchNotYours: 'Diese Karten hat eine andere Stelle ausgegeben. Nur sie oder die Verwaltung kann das.',
	batchOver: 'Diese Ausgabe gilt nicht mehr. Bitte geben Sie eine Karte aus einer neuen Ausgabe aus.',
	cardKnown:
		'Diese Karte ist schon ausgegeben. Den Code zeigen wir nur einmal. Ist er nicht gedruckt? Dann ersetzen Sie die Karte noch einmal.',
	cardNumberUnknown: 'Eine gültige Karte mit dieser Nummer gibt es in dieser Ausgabe nicht.',
	noticeTooFew:
		'Für einen Aushang sind es noch zu wenige. Erst wenn Beiträge von mindestens 5 Menschen beantwortet sind, kann niemand erkennen, wer was geschrieben hat.',
	printUnavailable:
		'Auf diesem Server können keine PDF-Dateien entstehen. Die Seite im Internet können Sie mit dem Browser drucken.',
	printBusy: 'Gerade entstehen viele PDF-Dateien. Bitte versuchen Sie es in einer Minute noch einmal.',
	printSlow: 'Die PDF-Datei ist nicht rechtzeitig fertig geworden. Bitte versuchen Sie es noch einmal.',
	processClosed:
		'Das Verfahren ist seit dem {since} beendet. Niemand kann mehr etwas schreiben. Lesen können Sie alles.',
	onlyHidingNow: 'Das Verfahren ist beendet. Sie können Texte nur noch ausblenden und schwärzen.',
	phasesNotOver: 'Noch läuft eine Phase oder beginnt erst, bis {until}. Beenden kann man das Verfahren danach.',
	phasesMissing: 'Dieses Verfahren hat noch keine Phase. Es hat noch nicht begonnen.',
	dataRecalled:
		'Diese Tabelle geben wir nicht mehr heraus. Darin stehen Texte, die nicht mehr öffentlich sind. Die neueste Ausgabe finden Sie unter »Offene Daten«.',
	dataNotKept:
		'Die Zeilen dieser alten Ausgabe heben wir nicht mehr auf. Die neueste Ausgabe finden Sie unter »Offene Daten«.'
} as const;
