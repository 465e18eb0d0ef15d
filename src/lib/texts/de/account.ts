/** Words of signing in and out. */
export const account = {
	lost: 'Sie waren nicht mehr angemeldet. Es ist noch nichts gespeichert.',
	/** For whoever holds the old code of a card that was replaced. */
	replaced: {
		title: 'Für Ihre Karte gibt es eine neue',
		lead: 'Jemand hat in den letzten 24 Stunden eine neue Karte mit Ihrer Nummer ausgegeben. Der Code auf Ihrer alten Karte gilt darum nicht mehr.',
		asked: 'Haben Sie die neue Karte selbst bestellt? Dann melden Sie sich mit dem Code auf der neuen Karte an.',
		signIn: 'Mit dem neuen Code anmelden',
		heading: 'Ich habe keine neue Karte bestellt',
		text: 'Geben Sie den Code von Ihrer alten Karte noch einmal ein. Dann gilt die neue Karte nicht mehr. Wer damit angemeldet ist, wird abgemeldet. Ihre alte Karte gilt wieder.',
		code: 'Code auf Ihrer alten Karte',
		stop: 'Neue Karte stoppen',
		later: 'Nach 24 Stunden geht das nicht mehr. Fragen Sie dann dort, wo Sie die Karte bekommen haben.'
	},
	signIn: {
		title: 'Mit Code anmelden',
		lead: 'Auf Ihrer Karte steht ein Code. Damit können Sie mitmachen.',
		leadOnward: 'Dafür brauchen Sie den Code von Ihrer Karte. Danach geht es gleich weiter.',
		code: 'Ihr Code',
		codeHint:
			'Der Code steht auf der Vorderseite Ihrer Karte. Er hat 16 Zeichen. Groß oder klein ist egal. Striche und Leerzeichen sind auch egal.',
		send: 'Anmelden',
		fromCard: 'Der Code von Ihrer Karte steht schon im Feld. Drücken Sie auf »Anmelden«.',
		about: [
			{
				title: 'Wo bekomme ich eine Karte?',
				text: 'Fragen Sie in einer Beratungsstelle, einem Treffpunkt oder einer Unterkunft in Ihrer Nähe. Dort gibt man Ihnen eine Karte. Sie kostet nichts.'
			},
			{
				title: 'Muss ich meinen Namen sagen?',
				text: 'Nein. Sie brauchen keinen Namen, keine E-Mail-Adresse und keine Telefonnummer. Wir denken uns einen Namen für Sie aus, zum Beispiel »Blaue Amsel 42«. Unter diesem Namen erscheint, was Sie schreiben.'
			},
			{
				title: 'Erfährt das Amt, was ich schreibe?',
				text: 'Jobcenter, Ausländerbehörde und Polizei bekommen von uns nichts. Was veröffentlicht ist, können alle lesen. Schreiben Sie darum nichts, woran man Sie erkennt.'
			},
			{
				title: 'Das ist nicht mein eigenes Gerät. Was muss ich tun?',
				text: 'Drücken Sie am Ende auf »Fertig – abmelden«. Dann kann niemand nach Ihnen in Ihrem Namen schreiben. Das Fenster zu schließen reicht nicht.'
			},
			{
				title: 'Ich habe meine Karte verloren.',
				text: 'Gehen Sie dorthin, wo Sie die Karte bekommen haben. Sagen Sie die Nummer der Karte. Dann bekommen Sie eine neue. Die alte gilt nicht mehr. Ihr Name und Ihre Texte sind mit der neuen Karte noch da. Die Nummer steht auf der Karte und unter »Meine Daten«. Schreiben Sie sie auf.'
			}
		],
		help: { text: 'Ihr Code geht nicht?', link: 'Hilfe und Kontakt' },
		aboutHeading: 'Fragen zur Karte',
		staff: 'Sie arbeiten für das Verfahren?',
		staffLink: 'Zur Anmeldung für das Team'
	},
	staff: {
		title: 'Anmeldung für das Team',
		lead: 'Für Moderation, Redaktion, Freigabe, Verwaltung und alle, die Karten ausgeben.',
		email: 'E-Mail-Adresse',
		password: 'Passwort',
		send: 'Anmelden',
		card: 'Sie haben eine Karte mit einem Code?',
		cardLink: 'Mit Code anmelden',
		forgotten: 'Passwort vergessen?',
		forgottenLink: 'Neues Passwort wählen'
	},
	/** Choosing a password, with a link or in place of a former one. */
	choose: {
		invited: 'Willkommen im Team',
		invitedLead:
			'Hier wählen Sie Ihr Passwort. Danach richten Sie, wenn Ihre Aufgabe es verlangt, den zweiten Schritt der Anmeldung ein.',
		title: 'Neues Passwort wählen',
		lead: 'Das alte Passwort gilt danach nicht mehr. Wer damit noch angemeldet ist, wird abgemeldet.',
		whose: 'Zugang von {name}, {email}',
		until: 'Dieser Link gilt einmal, bis {until}.',
		password: 'Neues Passwort',
		hint: 'Mindestens {least} Zeichen. Sonst gibt es keine Regeln: Leerzeichen, Umlaute und ganze Sätze gehen. Nehmen Sie kein Passwort, das Sie schon woanders benutzen.',
		again: 'Neues Passwort noch einmal',
		send: 'Passwort speichern'
	},
	forgotten: {
		title: 'Passwort vergessen',
		lead: 'Wir schicken Ihnen eine Mail mit einem Link. Damit wählen Sie ein neues Passwort.',
		noMail:
			'Diese Website verschickt keine Mails. Bitten Sie eine Person mit der Aufgabe »Verwaltung« um einen Link. Sie macht ihn in der Werkstatt unter »Team«.',
		email: 'E-Mail-Adresse',
		send: 'Link schicken',
		factor: 'Den zweiten Schritt brauchen Sie danach trotzdem.',
		back: 'Zur Anmeldung für das Team'
	},
	mails: {
		invitation: {
			subject: 'Einladung ins Team der Beteiligung',
			body: 'Guten Tag,\n\nSie sind jetzt im Team von {origin}. Wählen Sie mit diesem Link Ihr Passwort:\n\n{address}\n\nDer Link gilt einmal, bis {until}. Geben Sie ihn nicht weiter.\n\nWissen Sie nicht, worum es geht? Dann löschen Sie diese Mail einfach.\n'
		},
		reset: {
			subject: 'Neues Passwort wählen',
			body: 'Guten Tag,\n\nfür Ihren Zugang bei {origin} können Sie ein neues Passwort wählen:\n\n{address}\n\nDer Link gilt einmal, bis {until}. Geben Sie ihn nicht weiter.\n\nHaben Sie das nicht bestellt? Dann löschen Sie diese Mail einfach. Ihr altes Passwort gilt weiter.\n'
		},
		changed: {
			subject: 'Ihr Passwort ist geändert',
			body: 'Guten Tag,\n\ndas Passwort Ihres Zugangs bei {origin} wurde am {at} geändert.\n\nWaren Sie das nicht? Dann sagen Sie sofort einer Person mit der Aufgabe »Verwaltung« Bescheid. Sie kann den Zugang sperren.\n'
		},
		factorReset: {
			subject: 'Ihre zweite Anmelde-Stufe ist gelöscht',
			body: 'Guten Tag,\n\ndie zweite Stufe der Anmeldung für Ihren Zugang bei {origin} wurde am {at} gelöscht. Bei der nächsten Anmeldung richten Sie sie neu ein.\n\nHaben Sie das nicht gewünscht? Dann sagen Sie sofort einer anderen Person mit der Aufgabe »Verwaltung« Bescheid. Sie kann den Zugang sperren.\n'
		}
	},
	provider: {
		/** Where the settings give the provider no name. */
		nameless: 'Dienst-Konto',
		button: 'Anmelden mit {name}',
		onlyLead:
			'Sie melden sich mit dem Konto an, das Sie auch sonst bei der Arbeit benutzen. Ein eigenes Passwort brauchen Sie hier nicht.',
		whyTitle: 'Die Anmeldung hat nicht geklappt',
		passwordHeading: 'Oder mit einem Passwort von dieser Website',
		recoveryHeading: 'Nur im Notfall: mit Passwort',
		recoveryText:
			'Das geht nur für Personen, die die Stelle, die diese Website betreibt, gerade dafür freigeschaltet hat.',
		outTitle: 'Sie sind hier abgemeldet',
		outLead:
			'Bei »{name}« sind Sie vielleicht noch angemeldet. An einem Gerät, das auch andere benutzen, melden Sie sich bitte auch dort ab.',
		outThere: 'Auch bei »{name}« abmelden',
		outAlone:
			'Das geht nicht von hier aus. Schließen Sie alle Fenster des Browsers oder melden Sie sich direkt bei »{name}« ab.'
	},
	factor: {
		title: 'Zweiter Schritt',
		lead: 'Ihr Passwort stimmt. Jetzt fehlt noch der Code aus Ihrer App.',
		code: 'Code',
		codeHint: '6 Ziffern aus der App. Oder einer Ihrer Ersatz-Codes.',
		send: 'Anmelden',
		other: 'Mit einem anderen Zugang anmelden',
		lost: 'Handy verloren und keine Ersatz-Codes mehr? Eine Person mit der Aufgabe »Verwaltung« kann den zweiten Schritt zurücksetzen.'
	},
	enrol: {
		title: 'Zweiten Schritt einrichten',
		lead: 'Wer Texte prüft oder veröffentlicht, meldet sich mit Passwort und Handy an. So kommt niemand mit einem gestohlenen Passwort hinein.',
		steps: [
			'Öffnen Sie auf dem Handy eine App für Einmal-Codes. Fragen Sie Ihre IT, welche Sie benutzen dürfen.',
			'Lesen Sie mit der App das Bild ein. Oder tippen Sie die Zeichen darunter ab.',
			'Die App zeigt jetzt alle 30 Sekunden einen neuen Code. Tippen Sie ihn hier ein.'
		],
		qr: 'QR-Code für die App. Dieselben Zeichen stehen als Text darunter.',
		typed: 'Zum Abtippen:',
		code: 'Code aus der App',
		codeHint: '6 Ziffern',
		send: 'Einrichten',
		doneTitle: 'Der zweite Schritt ist eingerichtet',
		doneLead: 'Ab jetzt brauchen Sie bei jeder Anmeldung einen Code aus der App.',
		go: 'Weiter zur Werkstatt'
	},
	recovery: {
		title: 'Ihre Ersatz-Codes',
		lead: 'Schreiben oder drucken Sie diese Codes jetzt. Wir zeigen sie nie wieder. Jeder Code gilt einmal, wenn Sie Ihr Handy nicht haben.'
	},
	access: {
		title: 'Ihr Zugang',
		lead: 'Hier sehen Sie, wie Ihr Zugang geschützt ist.',
		factor: 'Zweiter Schritt bei der Anmeldung',
		none: 'Für Ihre Rolle reicht das Passwort.',
		left: {
			none: 'Sie haben keine Ersatz-Codes mehr.',
			one: 'Sie haben noch 1 Ersatz-Code.',
			many: 'Sie haben noch {count} Ersatz-Codes.'
		},
		renewHint: 'Neue Ersatz-Codes ersetzen alle alten. Die alten gelten dann sofort nicht mehr.',
		renew: 'Neue Ersatz-Codes machen',
		renewNow: 'Ja, alte ersetzen',
		lost: 'Neues Handy? Melden Sie sich mit einem Ersatz-Code an. Dann bitten Sie eine Person mit der Aufgabe »Verwaltung«, den zweiten Schritt zurückzusetzen.',
		password: 'Passwort ändern',
		noPassword: 'Sie melden sich ohne eigenes Passwort an.',
		former: 'Bisheriges Passwort',
		change: 'Passwort ändern',
		changeHint: 'Danach sind Sie überall sonst abgemeldet. Hier bleiben Sie angemeldet.',
		sessions: 'Wo Sie angemeldet sind'
	},
	already: {
		title: 'Sie sind schon angemeldet',
		as: 'Sie sind angemeldet als {name}.',
		hint: 'Sind Sie das nicht? Dann melden Sie bitte zuerst ab.',
		go: 'Weiter'
	},
	stay: {
		title: 'Sie bleiben angemeldet',
		lead: 'Ohne Klick werden Sie um {time} Uhr abgemeldet.',
		close: 'Ihr Text im anderen Fenster ist noch da. Sie können dieses Fenster jetzt schließen.'
	},
	signOut: {
		title: 'Abmelden',
		lead: 'Danach sieht auf diesem Gerät niemand, was Sie geschrieben haben.',
		send: 'Fertig – abmelden',
		stay: 'Angemeldet bleiben',
		home: 'Zur Startseite',
		nobody: 'Sie sind nicht angemeldet. Sie müssen nichts weiter tun.'
	}
} as const;
