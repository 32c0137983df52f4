//! What papers count: the closed list of nouns that may follow a figure.

/// In the singular, without accents; a plural `s` is understood. A hyphen stands apart.
#[rustfmt::skip]
pub const NOUNS: &[&str] = &[
    "abandon", "abandon de panier", "abonne", "abonnement", "accessoire", "achat", "acheteur", "adherent",
    "affaire", "agence", "agent", "aime", "an", "annee", "annonce", "appel", "appel abouti",
    "appel argumente", "appel decroche", "appel emis", "appel entrant", "appel perdu", "appel recu",
    "appel sortant", "appel traite", "arbre", "argumentation", "article", "article vendu", "avenue", "avis",
    "bien", "bon", "bon de commande", "bouquet", "boutique", "cadeau", "campagne", "candidature", "carte",
    "carton", "chambre", "clic", "clic unique", "client", "client fidele", "client perdu", "cliqueur",
    "code promo", "coffret", "colis", "collaborateur", "commande", "commande passee", "commentaire",
    "commercial", "commerciaux", "communication", "compte", "connexion", "conseiller", "consommateur",
    "contact", "contact abouti", "contact argumente", "contact qualifie", "contact utile", "contrat",
    "conversation", "conversion", "coupon", "courriel", "demande", "destinataire", "detracteur", "devis",
    "dossier", "e - mail", "eleve", "email", "emploi", "enquete", "enseigne", "entree", "entreprise", "envoi",
    "etape", "etudiant", "evenement", "facture", "fan", "femme", "fiche", "fiche client", "fiche produit",
    "filleul", "fleur", "follower", "formulaire", "foyer", "franchise", "habitant", "heure travaillee",
    "homme", "hotesse", "impression", "inscription", "inscrit", "internaute", "intervention", "invitation",
    "invite", "j ' aime", "jeu", "lead", "ligne", "like", "livraison", "lot", "magasin", "mail",
    "mail envoye", "mail ouvert", "maison", "membre", "mention", "mention j ' aime", "message", "mot",
    "newsletter", "nouveau client", "nouveaux clients", "numero", "objet", "offre", "operateur", "ouvert",
    "ouverture", "page", "page vue", "panier", "panier abandonne", "parfum", "parrain", "parrainage", "part",
    "partage", "partenaire", "participant", "participation", "passif", "personne", "photo", "piece", "place",
    "plainte", "plante", "point de contact", "point de vente", "produit", "produit vendu", "professionnel",
    "promoteur", "prospect", "prospect qualifie", "publication", "question", "questionnaire", "rdv", "rebond",
    "reclamation", "recommandation", "refus", "relance", "rendez - vous", "rendez vous", "repondant",
    "reponse", "representant", "requete", "reservation", "retour", "retweet", "salarie", "satisfait",
    "seance", "semaine", "serie", "service", "session", "site", "sms", "sollicitation", "sondage", "sortie",
    "sponsor", "subscriber", "superviseur", "tablette", "teleacteur", "teleconseiller", "teleoperateur",
    "teleprospecteur", "televendeur", "televente", "ticket", "transaction", "transformation", "tweet",
    "unite", "unite vendue", "utilisateur", "vehicule", "velo", "vendeur", "vente", "ventes en ligne",
    "vetement", "video", "visite", "visiteur", "visiteur unique", "voix", "vue",
];
