/** Before the site goes live: what is missing, and what to do about it. `href`: where it is done; null: on the server. */
export const readiness = {
	title: 'Vor dem Start',
	lead: 'Das fehlt noch, bevor Menschen kommen.',
	ready: 'Alles Nötige ist da',
	readyText: 'Sie können starten.',
	notReady: { none: '', one: '1 Sache fehlt noch', many: '{count} Sachen fehlen noch' },
	notReadyText: 'Ohne sie soll niemand auf die Seite kommen.',
	essential: 'Das muss sein',
	advice: 'Das raten wir',
	done: 'Das ist schon da',
	nothing: 'Hier ist nichts offen.',
	go: 'Hier geht es',
	onServer: 'Das geht nur auf dem Server. Wie, steht in der Anleitung (README).',
	command: 'Dieselbe Liste gibt es auf dem Server mit dem Befehl »npm run ready«.',
	checks: {
		consultation: {
			done: 'Es gibt ein Verfahren.',
			open: 'Es gibt noch kein Verfahren.',
			todo: 'Legen Sie es an: npm run consultation -- plan.json',
			href: null
		},
		phases: {
			done: 'Eine Phase läuft oder ist geplant.',
			open: 'Es läuft keine Phase, und keine ist geplant.',
			todo: 'Sagen Sie, wann was möglich ist.',
			href: '/werkstatt/phasen'
		},
		publishers: {
			done: 'Mindestens zwei Personen haben die Aufgabe »Freigabe«.',
			open: 'So viele Personen haben die Aufgabe »Freigabe«: {count}. Veröffentlichen können nur zwei zusammen.',
			todo: 'Geben Sie zwei Personen diese Aufgabe.',
			href: '/werkstatt/team'
		},
		moderator: {
			done: 'Es gibt eine Moderation.',
			open: 'Niemand hat die Aufgabe »Moderation«. Kein Beitrag würde geprüft.',
			todo: 'Geben Sie jemandem diese Aufgabe.',
			href: '/werkstatt/team'
		},
		admin: {
			done: 'Eine Verwaltung meldet sich mit dem zweiten Schritt an, oder über den Anmelde-Dienst.',
			open: 'Noch hat keine Verwaltung den zweiten Schritt der Anmeldung eingerichtet.',
			todo: 'Melden Sie sich einmal an und richten Sie ihn ein.',
			href: '/anmelden/team'
		},
		secondAdmin: {
			done: 'Es gibt zwei Personen für die Verwaltung.',
			open: 'So viele Personen haben die Aufgabe »Verwaltung«: {count}. Das Verfahren beenden können nur zwei zusammen.',
			todo: 'Geben Sie einer zweiten Person diese Aufgabe.',
			href: '/werkstatt/team'
		},
		secondModerator: {
			done: 'Es gibt zwei Personen für die Moderation.',
			open: 'So viele Personen haben die Aufgabe »Moderation«: {count}. Über einen Widerspruch entscheidet eine andere.',
			todo: 'Geben Sie einer zweiten Person diese Aufgabe.',
			href: '/werkstatt/team'
		},
		cards: {
			done: 'Es gibt Karten.',
			open: 'Es gibt noch keine Karten. Niemand kann sich anmelden.',
			todo: 'Geben Sie Karten aus.',
			href: '/werkstatt/karten'
		},
		places: {
			done: 'Es gibt Orte, die Karten geben.',
			open: 'Es gibt noch keinen Ort, der Karten gibt.',
			todo: 'Sagen Sie, wo es Karten gibt.',
			href: '/werkstatt/orte'
		},
		legalTexts: {
			done: 'Impressum, Datenschutz und Barrierefreiheit sind vollständig.',
			open: 'Das verlangt das Gesetz, und es fehlt noch: {places}.',
			todo: 'Tragen Sie es ein.',
			href: '/werkstatt/angaben'
		},
		otherTexts: {
			done: 'Alle anderen festen Seiten sind vollständig.',
			open: 'Das fehlt noch auf festen Seiten: {places}.',
			todo: 'Tragen Sie es ein. Solange es fehlt, lassen die Seiten den Satz weg.',
			href: '/werkstatt/angaben'
		},
		demo: {
			done: 'Es sind keine Daten der Vorführung da.',
			open: 'Das ist die Vorführung, mit erfundenen Menschen und bekannten Passwörtern.',
			todo: 'Beginnen Sie mit einer leeren Datenbank, ohne TEILHABE_DEMO.',
			href: null
		},
		video: {
			done: 'Das Video in Gebärdensprache ist da.',
			open: 'Es gibt noch kein Video in Gebärdensprache.',
			todo: 'Legen Sie es in einen Ordner und nennen Sie ihn: TEILHABE_VIDEO.',
			href: null
		},
		easyReview: {
			done: 'Die Texte in Leichter Sprache sind geprüft.',
			open: 'So viele Texte hat noch keine Prüfgruppe gelesen: {count}. Bis dahin heißen sie »Einfache Sprache«.',
			todo: 'Lassen Sie die Texte von einer Prüfgruppe lesen.',
			href: '/leicht'
		},
		https: {
			done: 'Die Adresse beginnt mit https.',
			open: 'Die Adresse ist {origin}. Anmelden ist nur mit https sicher.',
			todo: 'Stellen Sie einen Server mit TLS davor und sagen Sie die Adresse: ORIGIN=https://…',
			href: null
		},
		proxy: {
			done: 'Der Server weiß, woher eine Anfrage kommt.',
			open: 'Für den Server kommen alle Anfragen vom selben Gerät. Wer oft falsch tippt, sperrt alle aus.',
			todo: 'Nennen Sie den Kopf, den Ihr Server davor setzt: ADDRESS_HEADER=x-forwarded-for',
			href: null
		},
		mail: {
			done: 'Der Versand von E-Mails ist eingerichtet.',
			open: 'Der Versand von E-Mails ist nicht eingerichtet. Das Team bekommt keine Nachrichten.',
			todo: 'Nennen Sie einen Mail-Server: SMTP_URL und MAIL_FROM.',
			href: null
		},
		root: {
			done: 'Der Server läuft nicht als root.',
			open: 'Das läuft als root. Ein Fehler könnte dann die ganze Maschine treffen.',
			todo: 'Nehmen Sie einen eigenen Benutzer. Ein Muster ist .deploy/teilhabe.service.',
			href: null
		},
		disk: {
			done: 'Auf der Platte ist Platz.',
			open: 'Auf der Platte sind nur noch {gb} GB frei.',
			todo: 'Schaffen Sie Platz.',
			href: null
		},
		secretOpen: {
			done: 'Das Geheimnis kann nur der Server lesen.',
			open: 'Andere Benutzer dieser Maschine können das Geheimnis lesen: {path}',
			todo: 'Nehmen Sie ihnen das Recht: chmod 600 {path}',
			href: null
		},
		keysOpen: {
			done: 'Die Schlüssel der Stimmen kann nur der Server lesen.',
			open: 'Andere Benutzer dieser Maschine können die Schlüssel der Stimmen lesen: {path}',
			todo: 'Nehmen Sie ihnen das Recht: chmod 700 {path}',
			href: null
		},
		databaseOpen: {
			done: 'Die Datenbank kann nur der Server lesen.',
			open: 'Andere Benutzer dieser Maschine können die Datenbank lesen: {path}',
			todo: 'Nehmen Sie ihnen das Recht: chmod 700 auf den Ordner der Datei {path}',
			href: null
		},
		secretPlace: {
			done: 'Das Geheimnis liegt nicht neben der Datenbank.',
			open: 'Das Geheimnis liegt in der Datei {path}. Wer den Ordner kopiert, hat beides.',
			todo: 'Heben Sie eine Abschrift an einem anderen Ort auf. Sicherer: TEILHABE_SECRET.',
			href: null
		},
		keysPlace: {
			done: 'Die Schlüssel der Stimmen liegen nicht neben der Datenbank.',
			open: 'Die Schlüssel der Stimmen liegen neben der Datenbank: {path}. Sie gehören in keine Sicherung.',
			todo: 'Nennen Sie einen anderen Ordner: TEILHABE_KEYS.',
			href: null
		},
		backup: {
			done: 'Eine Sicherung am Tag ist eingerichtet.',
			open: 'Es ist keine Sicherung eingerichtet.',
			todo: 'Nennen Sie einen Ordner: BACKUP_DIR.',
			href: null
		},
		backupAge: {
			done: 'Die neueste Sicherung ist frisch.',
			open: 'Es gibt keine frische Sicherung. Die neueste ist {hours} Stunden alt; 0 heißt: es gibt keine.',
			todo: 'Sehen Sie im Protokoll des Servers nach. Von Hand: npm run backup -- ORDNER',
			href: null
		}
	}
} as const;
