//! The French sentence of each slip: what was probably done, then what to do instead. It never
//! gives the result.

use std::fmt;

use super::story::{Mention, Story};
use crate::model::Op;
use crate::number::Unit;

impl fmt::Display for Mention {
    /// `« Visiteurs, T1 » (452)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.figure {
            Some(figure) if *figure == self.name => f.write_str(figure),
            Some(figure) => write!(f, "« {} » ({figure})", self.name),
            // A computation names its figures between marks of its own.
            None if self.name.contains('«') => f.write_str(&self.name),
            None => write!(f, "« {} »", self.name),
        }
    }
}

/// The sentence, in French typography.
pub(super) fn sentence(story: &Story) -> String {
    typeset(&plain(story))
}

/// Turns the spaces French typography wants unbreakable into such spaces.
pub(super) fn typeset(text: &str) -> String {
    let mut result = text.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
    for sign in [':', ';', '?', '!', '%', '€'] {
        result = result.replace(&format!(" {sign}"), &format!("\u{a0}{sign}"));
    }
    result
}

fn plain(story: &Story) -> String {
    match story {
        Story::Inverse { above, below } => format!(
            "Vous avez divisé {below} par {above} : le rapport est à l’envers. Ce que l’on compte se place au numérateur, ce à quoi on le rapporte au dénominateur"
        ),
        Story::Backwards { from, to } => format!(
            "Vous avez pris {to} comme point de départ. L’évolution part de {from}, et c’est par cette valeur que l’on divise"
        ),
        Story::FinalBase { from, to } => format!(
            "Vous avez divisé par la valeur finale, {to} : un taux d’évolution se rapporte toujours à la valeur de départ, ici {from}"
        ),
        Story::GapOnly { from, to } => format!(
            "Vous avez donné l’écart entre {from} et {to}. Pour en faire un taux d’évolution, il reste à le diviser par la valeur de départ"
        ),
        Story::NotDivided { base } => format!(
            "Le calcul s’arrête avant la division : il reste à rapporter cet écart à {base}"
        ),
        Story::MultiplierForRate { from, to } => format!(
            "Vous avez calculé le coefficient multiplicateur, {to} divisé par {from}. Un taux d’évolution ne compte que la variation : retranchez la valeur de départ avant de diviser"
        ),
        Story::RateForMultiplier { from, to } => format!(
            "Vous avez calculé un taux d’évolution. Le coefficient multiplicateur est le quotient de {to} par {from}, sans rien retrancher"
        ),
        Story::TimesHundred => "Les chiffres sont les bons, mais le résultat est cent fois trop grand : on multiplie par 100 une seule fois pour passer d’un quotient à un pourcentage".into(),
        Story::OverHundred => "Les chiffres sont les bons, mais le résultat est cent fois trop petit : un quotient ne devient un pourcentage qu’une fois multiplié par 100".into(),
        Story::PowerOfTen { too_large: true } => "Les chiffres sont les bons, mais la virgule n’est pas à sa place : le résultat est trop grand. Vérifiez l’ordre de grandeur".into(),
        Story::PowerOfTen { too_large: false } => "Les chiffres sont les bons, mais la virgule n’est pas à sa place : le résultat est trop petit. Vérifiez l’ordre de grandeur".into(),
        Story::Sign { ends: Some((from, to)) } => format!(
            "Seul le signe est à revoir : de {from} à {to}, est-ce une hausse ou une baisse ?"
        ),
        Story::Sign { ends: None } => {
            "Seul le signe est à revoir : vérifiez dans quel sens se fait la soustraction".into()
        }
        Story::Negative => "Seul le signe est à revoir : rien ne se retranche ici, le résultat ne peut pas être négatif".into(),
        Story::ComplementOfResult { asked: Some(asked) } => format!(
            "Vous avez donné le complément à 100 %, la part de tout le reste : c’est {asked} qu’il faut rapporter au total"
        ),
        Story::ComplementOfResult { asked: None } => "Vous avez donné le complément à 100 % : relisez ce que la question demande de compter, et ce qu’elle laisse de côté".into(),
        Story::ComplementOfFactor { percent, remainder_meant: true } => format!(
            "Vous avez appliqué {percent} directement. C’est la partie à écarter : calculez d’abord la part qui reste"
        ),
        Story::ComplementOfFactor { percent, remainder_meant: false } => format!(
            "Vous avez calculé ce qui reste après avoir retiré {percent} : appliquez plutôt ce pourcentage lui-même"
        ),
        Story::AddedPercentage { percent } => format!(
            "Vous avez ajouté {percent} à 100 % : ici, ce pourcentage se retranche"
        ),
        Story::ChangeForGap { from, to } => format!(
            "Vous avez calculé le taux d’évolution de {from} à {to}. Entre deux pourcentages, on attend l’écart en points : une simple soustraction"
        ),
        Story::GapForChange { from, to } => format!(
            "Vous avez donné l’écart en points entre {from} et {to}. On attend un taux d’évolution : divisez cet écart par le pourcentage de départ"
        ),
        Story::Shifted { taken, expected } => format!(
            "Le calcul est le bon, mais avec les chiffres de « {taken} ». La question porte sur « {expected} »"
        ),
        Story::OtherCell { taken, expected } => format!(
            "Vous avez probablement lu {taken} au lieu de {expected} : suivez la ligne et la colonne du doigt"
        ),
        Story::SimpleMean { count } => format!(
            "Vous avez fait la moyenne simple des {count} valeurs, comme si elles pesaient autant. Multipliez chacune par son poids (son effectif, ou sa part), additionnez, puis divisez par le total des poids"
        ),
        Story::MeanOfRates { count } => format!(
            "Vous avez fait la moyenne de {count} taux qui ne portent pas sur les mêmes effectifs. Additionnez d’un côté les numérateurs, de l’autre les dénominateurs, et ne divisez qu’à la fin"
        ),
        Story::LeftOut { term } => format!(
            "Vous avez laissé {term} hors du total. La base compte tout l’effectif, même ce qui n’apparaît pas au numérateur"
        ),
        Story::OnlyCompared { one, other } => format!(
            "Vous avez divisé par la somme de {one} et de {other} seulement. La base compte tout l’effectif, même ce qui n’apparaît pas au numérateur"
        ),
        Story::ByTheCount { count } => format!(
            "Vous avez divisé par {count}, le nombre de valeurs. Une moyenne pondérée se divise par l’effectif total"
        ),
        Story::Swapped { done, expected, left, right } => swapped(*done, *expected, left, right),
        Story::ForgottenTerm { term } => {
            format!("Il manque un élément à votre calcul : {term} n’y est pas. Reprenez un à un tous ceux que la question réunit")
        }
        Story::ForgottenFactor { factor } => {
            format!("Il manque une étape : {factor} n’entre pas dans votre calcul. Que représente le nombre obtenu jusque-là ?")
        }
        Story::ForgottenDivisor { divisor } => {
            format!("Le calcul s’arrête avant la division : il reste à diviser ce nombre par {divisor}")
        }
        Story::Whole { up_expected: true } => "Vous avez arrondi à l’entier inférieur. Ici, ce qui est entamé compte en entier : on arrondit à l’entier supérieur".into(),
        Story::Whole { up_expected: false } => "Vous avez arrondi à l’entier supérieur. Ici, seul ce qui est complet compte : on arrondit à l’entier inférieur".into(),
        Story::Unrounded { up_expected: true } => "Le calcul est bon, il reste à arrondir : ce qui est entamé compte en entier".into(),
        Story::Unrounded { up_expected: false } => "Le calcul est bon, il reste à arrondir : seul ce qui est complet compte".into(),
        Story::DecimalsAsMinutes => "Vous avez lu les décimales comme des minutes. Une demi-heure s’écrit 0,5 h et dure 30 min : multipliez la partie décimale par 60 pour obtenir les minutes".into(),
        Story::MinutesAsDecimals => "Vous avez écrit les minutes derrière la virgule. Une demi-heure dure 30 min et s’écrit 0,5 h : divisez les minutes par 60 pour obtenir la partie décimale".into(),
        Story::DecimalsAsSeconds => "Vous avez lu les décimales comme des secondes. Une demi-minute s’écrit 0,5 min et dure 30 s : multipliez la partie décimale par 60 pour obtenir les secondes".into(),
        Story::SecondsAsDecimals => "Vous avez écrit les secondes derrière la virgule. Une demi-minute dure 30 s et s’écrit 0,5 min : divisez les secondes par 60 pour obtenir la partie décimale".into(),
        Story::EarlyRounding => "Vous avez sans doute arrondi un résultat intermédiaire. Gardez tous les chiffres de la calculatrice et n’arrondissez qu’à la fin".into(),
        Story::SwappedDigits => "Deux chiffres semblent inversés : relisez votre calculatrice et ce que vous avez recopié".into(),
        Story::OtherUnit { taken, expected } => format!(
            "Votre nombre est compté en {} : la question l’attend en {}, il reste à convertir",
            unit_words(*taken),
            unit_words(*expected)
        ),
        Story::OtherDivisor { taken, expected } => format!(
            "Vous avez divisé par {taken}, et non par {expected} : comptez sur combien de périodes ou de valeurs la question répartit ce total"
        ),
        Story::PercentageUndone { multiplier, percent } => format!(
            "Vous avez appliqué {percent} au montant final. Ce pourcentage porte sur le montant de départ, que l’on retrouve en divisant par {multiplier}"
        ),
        Story::PartForWhole { multiplier, part } => format!(
            "Vous avez multiplié par {part} au lieu de {multiplier} : vous tenez la variation seule, pas le montant une fois qu’elle est appliquée"
        ),
        Story::Precedence { first, expected } => precedence(*first, *expected),
        Story::AddedRates => "Vous avez additionné des évolutions successives. Elles ne portent pas sur la même base : comparez directement la dernière valeur à la première".into(),
    }
}

fn swapped(done: Op, expected: Op, left: &Mention, right: &Mention) -> String {
    let made = match done {
        Op::Add => format!("Vous avez additionné {left} et {right}"),
        Op::Subtract => format!("Vous avez soustrait {right} de {left}"),
        Op::Multiply => format!("Vous avez multiplié {left} par {right}"),
        Op::Divide => format!("Vous avez divisé {left} par {right}"),
    };
    let remedy = match expected {
        Op::Add => "ici, les deux s’ajoutent",
        Op::Subtract => "ici, le second se retranche du premier",
        Op::Multiply => "ici, les deux se multiplient",
        Op::Divide => "ici, le premier se divise par le second",
    };
    let remedy = match (done, expected) {
        (Op::Subtract, Op::Divide) => {
            "c’est un rapport qui est demandé, il s’obtient par une division et non par un écart"
        }
        _ => remedy,
    };
    format!("{made} : {remedy}")
}

fn precedence(first: Op, expected: Op) -> String {
    let noun = |op: Op| match op {
        Op::Add => "l’addition",
        Op::Subtract => "la soustraction",
        Op::Multiply => "la multiplication",
        Op::Divide => "la division",
    };
    let remedy = match expected {
        Op::Add | Op::Subtract => "entourez-la de parenthèses à la calculatrice",
        Op::Multiply | Op::Divide => "posez-la à part, puis reprenez son résultat",
    };
    format!(
        "Vous avez fait {} avant {}. Ici, {} passe d’abord : {remedy}",
        noun(first),
        noun(expected),
        noun(expected)
    )
}

pub(super) fn unit_words(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => "secondes",
        Unit::Minute => "minutes",
        Unit::Hour => "heures",
        Unit::Euro => "euros",
        Unit::KiloEuro => "milliers d’euros",
        Unit::MegaEuro => "millions d’euros",
        Unit::Percent => "pourcentage",
        Unit::Points => "points",
        Unit::EuroPerHour => "euros de l’heure",
        Unit::Day => "jours",
        Unit::Month => "mois",
        Unit::Mark(_) => "note",
        Unit::Times => "coefficient",
        Unit::Number | Unit::Count => "nombre",
    }
}
