/** Words of the workshop's shell and of the desks for cards, phases and the team. */
export const workshop = {
	title: 'Werkstatt',
	lead: 'Hier arbeitet das Team.',
	waits: 'Das wartet auf Sie',
	late: 'Überfällig',
	nothingWaits: 'Gerade wartet nichts auf Sie.',
	calm: 'Alle anderen Plätze',
	navLabel: 'Werkstatt',
	overview: 'Übersicht',
	desks: {
		protokoll: 'Wer hat was getan?',
		erfassen: 'Erfassen',
		treffen: 'Treffen',
		eingang: 'Eingang',
		widersprueche: 'Widersprüche',
		verteilen: 'Verteilen',
		stapel: 'Stapel',
		entwurf: 'Entwurf',
		verbleib: 'Verbleib',
		freigabe: 'Freigabe',
		umsetzung: 'Umsetzung',
		aufrufe: 'Projektaufruf',
		berichte: 'Berichte',
		vergleich: 'Vergleich',
		karten: 'Karten',
		orte: 'Orte',
		organisationen: 'Organisationen',
		meldungen: 'Meldungen',
		phasen: 'Phasen',
		team: 'Team',
		start: 'Vor dem Start',
		angaben: 'Angaben',
		abschluss: 'Abschluss'
	},
	deskHints: {
		protokoll: 'Nachsehen, was Personen aus dem Team getan haben',
		erfassen: 'Aufschreiben, was andere sagen: im Gespräch, vom Papier, aus einem Treffen',
		treffen: 'Treffen festhalten: Text, Beiträge, Handzeichen',
		eingang: 'Neue Beiträge und Kommentare prüfen',
		widersprueche: 'Entscheidungen der Moderation noch einmal prüfen',
		verteilen: 'Jedem Beitrag seinen Platz geben',
		stapel: 'Sammeln, was dasselbe Anliegen hat',
		entwurf: 'Die nächste Fassung der Strategie schreiben',
		verbleib: 'Sagen, was aus jedem Beitrag wird',
		freigabe: 'Eine Fassung zu zweit prüfen und veröffentlichen',
		umsetzung: 'Berichten, was aus den Punkten wird',
		aufrufe: 'Den Projektaufruf aus der Strategie ableiten',
		berichte: 'Dem Ausschuss im Landtag berichten',
		vergleich: 'Sagen, wer beim Mitmachen fehlt',
		karten: 'Karten mit Codes ausgeben und zurückziehen',
		orte: 'Sagen, wo es Karten gibt, und wer dort im Team ist',
		organisationen: 'Sagen, wer offen und mit Namen mitmacht, und Namen berichtigen',
		meldungen: 'Gemeldete Barrieren und Inhalte beantworten',
		phasen: 'Festlegen, wann was möglich ist',
		team: 'Rollen geben und nehmen',
		start: 'Nachsehen, was vor dem Start noch fehlt',
		angaben: 'Sagen, wer verantwortlich ist und wo es Hilfe gibt',
		abschluss: 'Das Verfahren zu zweit beenden'
	},
	waiting: {
		screening: {
			none: 'Nichts wartet auf eine Prüfung.',
			one: '1 Text wartet auf eine Prüfung.',
			many: '{count} Texte warten auf eine Prüfung.'
		},
		answers: {
			none: 'Kein Beitrag ist ohne Antwort.',
			one: '1 Beitrag ist ohne Antwort.',
			many: '{count} Beiträge sind ohne Antwort.'
		},
		appealsElse: {
			none: '',
			one: '1 Widerspruch wartet auf eine andere Person: Die Entscheidung war Ihre.',
			many: '{count} Widersprüche warten auf eine andere Person: Die Entscheidungen waren Ihre.'
		},
		dockets: {
			none: 'Alle Beiträge sind verteilt.',
			one: '1 Beitrag ist noch zu verteilen.',
			many: '{count} Beiträge sind noch zu verteilen.'
		},
		amendments: {
			none: '',
			one: '1 Änderungsvorschlag ist noch offen.',
			many: '{count} Änderungsvorschläge sind noch offen.'
		},
		longest: 'Am längsten: {age}.',
		turns: {
			approval: '{what} wartet auf Zustimmung.',
			publish: '{what} hat eine Zustimmung und kann veröffentlicht werden.'
		},
		noTurn: 'Nichts wartet auf eine Zustimmung.',
		asked: 'Fassung {number} wartet auf Zustimmung.',
		noDraft: 'Zurzeit gibt es keinen Entwurf.',
		draft: 'Fassung {number} ist in Arbeit.',
		gates: {
			none: 'Der Entwurf kann veröffentlicht werden.',
			one: 'Vor der Veröffentlichung fehlt noch 1 Sache.',
			many: 'Vor der Veröffentlichung fehlen noch {count} Sachen.'
		},
		phase: 'Jetzt: {phase}, {until}.',
		noPhase: 'Zurzeit läuft keine Phase.'
	},
	places: {
		title: 'Orte',
		lead: 'Ein Ort gibt Karten aus. Alle aus seinem Team können eine verlorene Karte ersetzen.',
		new: 'Neuer Ort',
		name: 'Name',
		nameHint: 'Zum Beispiel: Tagestreff Sonnenplatz',
		code: 'Buchstaben vor der Kartennummer',
		codeHint: '2 bis 5 Buchstaben, zum Beispiel SON. Sie werden gedruckt. Darum kann man sie später nicht ändern.',
		create: 'Ort anlegen',
		list: 'Alle Orte',
		empty: 'Noch kein Ort',
		emptyHint: 'Legen Sie den ersten an. Bis dahin gehören Karten zu denen, die sie erstellt haben.',
		columns: { name: 'Ort', code: 'Nummern', team: 'Team' },
		numbers: '{code}-1, {code}-2 …',
		noTeam: 'noch niemand',
		closed: 'geschlossen',
		team: 'Team',
		teamText: 'Diese Personen erstellen und ersetzen Karten an diesem Ort.',
		join: 'Ins Team nehmen',
		joinLabel: 'Wer kommt dazu?',
		joinEmpty: 'Bitte wählen',
		nobody: 'Alle, die eine Rolle als Helferin oder Helfer haben, sind schon im Team.',
		leave: '{name} aus dem Team nehmen',
		rename: 'Name ändern',
		renameSend: 'Name speichern',
		close: 'Ort schließen',
		closeText:
			'Hier gibt es dann keine neuen Ausgaben mehr. Karten, die schon verteilt sind, gelten weiter. Das Team kann sie weiter ersetzen.',
		open: 'Ort wieder öffnen'
	},
	cards: {
		title: 'Karten',
		lead: 'Mit einer Karte kann jemand mitmachen, ohne Namen und ohne E-Mail-Adresse.',
		list: 'Ausgaben',
		find: 'Karte finden',
		findLabel: 'Nummer der Karte',
		findHint: 'So, wie sie auf der Karte steht. Zum Beispiel: SON-17',
		findSend: 'Ausgabe zeigen',
		empty: 'Noch keine Karten',
		emptyHint: 'Erstellen Sie die erste Ausgabe.',
		columns: {
			label: 'Ausgabe',
			group: 'Für wen',
			place: 'Ort',
			used: 'Benutzt',
			valid: 'Gültig',
			state: 'Zustand'
		},
		usedOf: '{used} von {size}',
		validFromTo: '{from} bis',
		revokedAt: 'zurückgezogen am {day}',
		expired: 'abgelaufen',
		good: 'gültig',
		revoke: 'Zurückziehen',
		revokeWarning:
			'Mit diesen Karten kann sich dann niemand mehr anmelden. Wer damit angemeldet ist, wird abgemeldet. Was schon geschrieben ist, bleibt stehen. Das kann man nicht rückgängig machen.',
		revokeNow: '»{label}« jetzt zurückziehen',
		form: {
			title: 'Neue Ausgabe',
			label: 'Name der Ausgabe',
			labelHint: 'Nur das Team sieht ihn. Zum Beispiel: Café Montag, Juni',
			group: 'Für welche Gruppe sind die Karten?',
			groupHint: 'Die Gruppe steht später bei jedem Beitrag.',
			organisation: 'Karten für eine Organisation: ihr Name',
			organisationHint:
				'Leer lassen für Karten, mit denen ein Mensch für sich selbst spricht: Er stimmt geheim ab und zählt in seiner Gruppe. Mit einem Namen sprechen alle diese Karten für die Organisation: offen, mit diesem Namen, in keiner Gruppe, und zusammen mit einer Stimme.',
			place: 'Wo werden die Karten ausgegeben?',
			placeHint: 'Der Ort steht auf jeder Karte, am Anfang ihrer Nummer. Sein Team kann verlorene Karten ersetzen.',
			placeCentral: 'An keinem bestimmten Ort (Zentrale)',
			language: 'Sprache auf den Karten',
			languageHint: 'Die ersten Sätze stehen in dieser Sprache auf der Karte. Die Website gibt es nur auf Deutsch.',
			size: 'Wie viele Karten?',
			days: 'Wie viele Tage sind sie gültig?',
			send: 'Karten erstellen',
			once: 'Danach sehen Sie die Codes ein einziges Mal. Bitte halten Sie den Drucker bereit.'
		},
		sheet: {
			title: 'Karten zum Drucken',
			warning: 'Drucken Sie diese Seite jetzt',
			warningText:
				'Die Codes stehen nur auf dieser Seite und nur jetzt. Wir speichern sie nicht. Wenn Sie die Seite schließen oder neu laden, sind sie weg.',
			how: 'Zum Drucken: Strg und P drücken, oder im Menü des Browsers »Drucken« wählen. Gedruckt werden nur die Karten.',
			done: 'Alle Karten sind gedruckt',
			heading: 'Machen Sie mit!',
			sentences: [
				'Was muss sich ändern, damit weniger Menschen arm sind?',
				'Mit diesem Code können Sie Ihre Meinung sagen.',
				'Sie müssen Ihren Namen nicht nennen.'
			],
			organisation: {
				heading: 'Für Ihre Organisation',
				sentences: [
					'Diese Karte spricht für: {name}.',
					'Ihre Organisation macht offen mit: Alles steht öffentlich unter ihrem Namen.',
					'Alle Karten zusammen haben eine Stimme.'
				]
			},
			site: 'Hier geht es:',
			code: 'Ihr Code:',
			unread:
				'Die Sätze in dieser Sprache hat noch niemand geprüft, der sie als Muttersprache spricht. Bitte lassen Sie eine Karte lesen, bevor Sie alle ausgeben.',
			notOnPaper:
				'Für arabische Buchstaben fehlt im PDF die Schrift: Dort stehen die Sätze auf Deutsch. Drucken Sie diese Seite, wenn sie auf Arabisch sein sollen.',
			valid: 'Gültig bis {day}',
			keep: 'Zeigen Sie den Code niemandem.',
			pdf: 'Karten als PDF zum Drucken',
			pdfHint:
				'Das PDF hat acht Karten auf einem Blatt, mit QR-Code und Linien zum Schneiden. Löschen Sie die Datei nach dem Drucken.'
		},
		print: {
			title: 'Karten: {label}',
			card: 'Karte {number}',
			qr: 'QR-Code. Er öffnet die Anmeldung mit dem Code von dieser Karte.',
			listTitle: 'Ihre Liste',
			listIntro: 'Ausgabe: {label}. Schneiden Sie dieses Blatt ab und behalten Sie es.',
			listHow:
				'Verliert jemand eine Karte, braucht Ihr Team ihre Nummer. Dann geben Sie eine neue Karte aus. Schreiben Sie keinen Namen auf, wenn die Person das nicht möchte. Ein Zeichen reicht.',
			listColumns: ['Nummer', 'Ausgegeben am', 'Ihr Zeichen']
		},
		batch: {
			back: 'Alle Ausgaben',
			terms: {
				group: 'Gruppe',
				organisation: 'Organisation',
				organisationOpen: '{name} (offen, mit Namen, eine Stimme)',
				size: 'Karten',
				used: 'benutzt',
				replaced: 'ersetzt',
				revoked: 'einzeln gesperrt',
				issued: 'ausgegeben am',
				valid: 'gültig bis',
				state: 'Zustand'
			},
			facts: 'Zahlen zu dieser Ausgabe',
			factsHint: 'Wir zählen nur. Welche Karte wem gehört oder was jemand schreibt, sehen Sie hier nicht.',
			noticeHeading: 'Aushang',
			notice: 'Aushang als PDF: Was wurde aus den Beiträgen?',
			noticeText:
				'Für Ihr Schwarzes Brett. Darauf stehen nur veröffentlichte Beiträge mit Antwort, und nur, wenn sie von mindestens 5 Menschen sind.',
			numberLabel: 'Nummer der Karte',
			numberHint: 'Die Nummer steht oben auf der Karte und auf Ihrer Liste. Zum Beispiel: SON-17',
			lost: 'Karte verloren?',
			lostText:
				'Alle aus dem Team dieses Orts können eine neue Karte ausgeben. Zuerst sehen Sie, welche Karte es ist. Die neue hat dieselbe Nummer und einen neuen Code. Der alte Code gilt dann nicht mehr. Wer damit angemeldet ist, wird abgemeldet. Alles, was die Person geschrieben hat, bleibt bei ihr.',
			lookUp: 'Karte ansehen',
			isThisIt: 'Ist das die richtige Karte?',
			lookedUp: { number: 'Nummer', label: 'Ausgabe', firstUsed: 'Zum ersten Mal benutzt', never: 'noch nie' },
			stopHint:
				'Einen Tag lang kann die Person das mit dem alten Code stoppen. Dann gilt wieder die alte Karte. So kann niemand heimlich eine fremde Karte übernehmen.',
			stopped: 'Gestoppte neue Karten',
			stoppedText:
				'Hier hat jemand mit dem alten Code gesagt: Ich habe keine neue Karte bestellt. Die alte Karte gilt wieder. Bitte klären Sie im Team, wer die neue ausgegeben hat.',
			stoppedItem: 'Karte {number}, am {day}',
			place: 'Ort',
			moveText:
				'Um diese Karten kümmert sich das Team ihres Orts: Es ersetzt verlorene Karten und druckt den Aushang. Nummern und Codes bleiben, wie sie gedruckt sind.',
			moveTo: 'Zu welchem Ort sollen sie gehören?',
			moveEmpty: 'Bitte wählen',
			move: 'Diesem Ort geben',
			replace: 'Neue Karte ausgeben',
			replacedTitle: 'Neue Karte {number}',
			replacedDone: 'Die Karte ist gedruckt',
			block: 'Karte sperren',
			blockText: 'Die Karte gilt dann nicht mehr und es gibt keine neue. Das kann man nicht rückgängig machen.',
			blockNow: 'Karte jetzt sperren',
			notMine: 'Neue Karten gibt das Team dieses Orts aus, oder die Verwaltung.',
			unnumbered: 'Diese Karten haben noch keine Nummern. Hier kann man keine einzelne Karte ersetzen.'
		}
	},
	phases: {
		title: 'Phasen',
		lead: 'Eine Phase sagt, von wann bis wann etwas möglich ist. Phasen eines Verfahrens laufen nie gleichzeitig.',
		columns: { phase: 'Phase', dates: 'Zeit', actions: 'Möglich ist', change: 'Ändern' },
		fromUntil: '{from} {until}',
		nothing: 'nur lesen',
		none: 'Dieses Verfahren hat noch keine Phasen.',
		noConsultation: 'Es gibt noch kein Verfahren',
		change: 'Ändern',
		changeLabel: '{phase} ändern',
		form: {
			title: 'Phase »{phase}« ändern',
			from: 'Erster Tag',
			until: 'Letzter Tag',
			untilHint: 'Dieser Tag zählt noch ganz mit, bis 24 Uhr.',
			actions: 'Was ist in dieser Phase möglich?',
			actionsHint: 'Lesen können immer alle alles.',
			sealing:
				'Nach dem letzten Tag kann niemand mehr abstimmen. {hours} Stunden später werden die Stimmen dieser Phase von den Personen getrennt. So lange können Sie ein falsches Ende noch ändern: Dann geht das Abstimmen weiter, und keine Stimme ist verloren. Danach kann man in dieser Phase nie wieder abstimmen, auch wenn Sie sie verlängern.',
			correctUntil: 'Diese Phase ist zu Ende. Ist das ein Irrtum? Sie können das Ende noch ändern: bis {until}.',
			sealed:
				'Die Stimmen dieser Phase sind seit dem {day} von den Personen getrennt. In dieser Phase kann niemand mehr abstimmen, auch wenn Sie sie verlängern.',
			meaning: 'Die Änderung gilt sofort. Was schon geschrieben oder abgestimmt ist, bleibt.',
			send: 'Phase ändern',
			back: 'Abbrechen'
		},
		confirm: {
			title: 'Phase »{phase}« wirklich ändern?',
			was: 'Jetzt',
			becomes: 'Nachher',
			phase: '{from} {until}. Möglich ist: {actions}.',
			heading: 'Das passiert sofort',
			consequences: {
				endsNow: 'Die Phase ist sofort zu Ende. Was gerade noch möglich ist, geht dann nicht mehr.',
				endsSooner: 'Die Phase endet früher, als angekündigt war: {until}. Wer später kommen wollte, kommt zu spät.',
				stopsNow: 'Die Phase läuft nicht mehr, bis der neue erste Tag da ist. So lange ist nichts davon möglich.',
				beginsNow:
					'Die Phase beginnt sofort. Das steht für immer in der Chronik und geht an alle, die sie abonniert haben.',
				closes: 'Das ist dann nicht mehr möglich: {actions}.'
			},
			nothing: 'Niemand merkt sofort etwas davon.',
			votes:
				'In dieser Phase ist schon abgestimmt worden. Die Stimmen bleiben und werden gezählt. Aber niemand kann mehr abstimmen oder die eigene Stimme ändern. {hours} Stunden nach dem Ende werden die Stimmen für immer von den Personen getrennt. Bis dahin können Sie das Ende noch einmal ändern.',
			second: 'Weil schon abgestimmt worden ist, geht das nur zu zweit.',
			send: 'Ja, Phase so ändern',
			back: 'Nein, zurück'
		}
	},
	team: {
		fromProvider:
			'Meldet sich über den Anmelde-Dienst an. Die Rollen werden dort vergeben und bei jeder Anmeldung übernommen.',
		title: 'Team',
		lead: 'Wer im Team ist und was jede Person darf.',
		invite: 'Person ins Team holen',
		invited: 'Eingeladen. Der Link gilt bis {until}.',
		invitedOver: 'Eingeladen. Der Link gilt nicht mehr: Machen Sie einen neuen.',
		linkOpen: 'Link für ein neues Passwort, gilt bis {until}',
		newLink: 'Link für ein neues Passwort machen',
		newInvitation: 'Neue Einladung machen',
		linkHint:
			'Der Link gilt einmal, 48 Stunden lang. Frühere Links gelten dann nicht mehr. Das alte Passwort gilt, bis die Person ein neues gewählt hat.',
		resetFactor: 'Zweiten Schritt zurücksetzen',
		resetFactorHint:
			'Nur wenn Sie sicher sind, dass die Person selbst darum bittet: Rufen Sie sie an. Sie wird überall abgemeldet und richtet den zweiten Schritt bei der nächsten Anmeldung neu ein.',
		resetFactorNow: 'Ja, zurücksetzen',
		link: {
			title: 'Der Link für {name}',
			text: 'Geben Sie ihn der Person selbst, zum Beispiel am Telefon oder in einer verschlüsselten Nachricht. Wir zeigen ihn nie wieder. Er gilt einmal, bis {until}.',
			mailed: 'Wir haben ihn auch per Mail geschickt.'
		},
		add: {
			title: 'Person ins Team holen',
			lead: 'Die Person bekommt einen Link. Damit wählt sie selbst ihr Passwort. Niemand sonst kennt es.',
			name: 'Name',
			nameHint: 'So sehen andere im Team die Person.',
			email: 'E-Mail-Adresse',
			roles: 'Rollen',
			send: 'Einladung machen',
			withoutLink: '{name} ist jetzt im Team',
			withoutLinkText:
				'Einen Link gibt es nicht: Die Person meldet sich über den Anmelde-Dienst an, mit dieser E-Mail-Adresse.',
			another: 'Noch eine Person',
			back: 'Zum Team'
		},
		noRole: 'keine Rolle: kann sich nicht anmelden',
		blocked: 'Gesperrt seit {at}',
		block: 'Zugang sperren',
		unblock: 'Zugang wieder öffnen',
		blockHint:
			'Wer gesperrt ist, wird sofort überall abgemeldet und kann sich nicht anmelden. Die Rollen bleiben. Zustimmungen von vorher gelten nicht mehr.',
		leaving:
			'Verlässt jemand das Team? Nehmen Sie der Person alle Rollen oder sperren Sie den Zugang. Die Person wird sofort überall abgemeldet und kann sich nicht mehr anmelden. Was sie freigegeben hat und noch nicht veröffentlicht ist, braucht eine neue Zustimmung.',
		sessions: 'Immer wenn sich eine Rolle ändert, wird die Person überall abgemeldet.',
		pairsHeading: 'Was zu zweit geht und was allein',
		pairs:
			'Fassungen, Projektaufrufe und Berichte an den Landtag gehen nur zu zweit hinaus: Eine Person mit der Rolle »Freigabe« stimmt genau diesem Stand zu, eine andere veröffentlicht ihn.',
		alone:
			'Was aus den Punkten wird (unter »Umsetzung«), berichtet eine Person allein: mit der Rolle »Redaktion« oder »Freigabe«. Jede Meldung bleibt stehen, auch wenn später eine neue kommt.',
		notTakingPart:
			'Mit einem Zugang des Teams kann man nicht abstimmen, schreiben oder unterstützen. Für andere aufschreiben geht mit der Rolle »Helferin oder Helfer«.',
		factorLost:
			'Hat jemand das Passwort vergessen oder das Handy mit dem zweiten Schritt verloren? Öffnen Sie bei der Person »Zugang ändern«.',
		yours: 'Das sind Sie. Ihre Rollen ändert eine andere Person aus der Verwaltung.',
		roles: 'Rollen: {roles}',
		change: 'Zugang ändern',
		give: '»{role}« geben',
		take: '»{role}« nehmen',
		roleHints: {
			helper: 'gibt Karten aus und schreibt für andere auf',
			moderator: 'prüft Beiträge und Kommentare, schreibt am Entwurf mit',
			editor: 'schreibt am Entwurf und antwortet',
			publisher: 'gibt Fassungen, Projektaufrufe und Berichte frei, immer zu zweit',
			admin: 'verwaltet Team, Karten und Phasen'
		},
		rolesHeading: 'Was die Rollen bedeuten'
	}
} as const;
