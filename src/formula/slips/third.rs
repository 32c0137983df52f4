//! The French sentence of a slip found in somebody else's copy: what was done there, then what
//! is to be done. Those said to the person who made it are `sentences`'s.

use super::sentences::{typeset, unit_words};
use super::story::{Mention, Story};
use crate::model::Op;

/// The sentence, in French typography, without a final full stop.
pub(super) fn sentence(story: &Story) -> String {
    typeset(&plain(story))
}

fn plain(story: &Story) -> String {
    match story {
        Story::Inverse { above, below } => format!(
            "L’élève a divisé {below} par {above} : le rapport est à l’envers. Ce que l’on compte se place au numérateur, ce à quoi on le rapporte au dénominateur"
        ),
        Story::Backwards { from, to } => format!(
            "L’élève a pris {to} comme point de départ. L’évolution part de {from}, et c’est par cette valeur que l’on divise"
        ),
        Story::FinalBase { from, to } => format!(
            "L’élève a divisé par la valeur finale, {to} : un taux d’évolution se rapporte toujours à la valeur de départ, ici {from}"
        ),
        Story::GapOnly { from, to } => format!(
            "L’élève s’est arrêté à l’écart entre {from} et {to}. Pour en faire un taux d’évolution, il reste à le diviser par la valeur de départ"
        ),
        Story::NotDivided { base } => format!(
            "Le calcul s’arrête avant la division : il reste à rapporter cet écart à {base}"
        ),
        Story::MultiplierForRate { from, to } => format!(
            "L’élève a calculé le coefficient multiplicateur, {to} divisé par {from}. Un taux d’évolution ne compte que la variation : on retranche la valeur de départ avant de diviser"
        ),
        Story::RateForMultiplier { from, to } => format!(
            "L’élève a calculé un taux d’évolution. Le coefficient multiplicateur est le quotient de {to} par {from}, sans rien retrancher"
        ),
        Story::TimesHundred => "Le quotient a été multiplié une fois de trop par 100 : une seule suffit pour passer d’un quotient à un pourcentage".into(),
        Story::OverHundred => "Le quotient a été recopié tel quel : pour passer d’un quotient à un pourcentage, on le multiplie par 100".into(),
        Story::PowerOfTen { too_large } => format!(
            "Les chiffres sont les bons, mais la virgule a été déplacée : le résultat est trop {}. Un ordre de grandeur, calculé de tête, l’aurait montré",
            if *too_large { "grand" } else { "petit" }
        ),
        Story::Sign { ends: Some((from, to)) } => format!(
            "La soustraction est faite à l’envers : on va de {from} à {to}, donc on retranche la valeur de départ de la valeur d’arrivée"
        ),
        Story::Sign { ends: None } => {
            "Le signe a été perdu : il dit dans quel sens se fait la soustraction".into()
        }
        Story::Negative => "Le signe est de trop : rien ne se retranche ici, le résultat ne peut pas être négatif".into(),
        Story::ComplementOfResult { asked: Some(asked) } => format!(
            "L’élève a donné le complément à 100 %, la part de tout le reste : c’est {asked} qu’il faut rapporter au total"
        ),
        Story::ComplementOfResult { asked: None } => "L’élève a donné le complément à 100 % : c’est ce que la question laisse de côté, et non ce qu’elle demande de compter".into(),
        Story::ComplementOfFactor { percent, remainder_meant: true } => format!(
            "L’élève a appliqué {percent} directement. C’est la partie à écarter : on calcule d’abord la part qui reste"
        ),
        Story::ComplementOfFactor { percent, remainder_meant: false } => format!(
            "L’élève a calculé ce qui reste après avoir retiré {percent} : c’est ce pourcentage lui-même qui s’applique"
        ),
        Story::AddedPercentage { percent } => format!(
            "L’élève a ajouté {percent} à 100 % : ici, ce pourcentage se retranche"
        ),
        Story::ChangeForGap { from, to } => format!(
            "L’élève a calculé le taux d’évolution de {from} à {to}. Entre deux pourcentages, on attend l’écart en points : une simple soustraction"
        ),
        Story::GapForChange { from, to } => format!(
            "L’élève s’est arrêté à l’écart en points entre {from} et {to}. On attend un taux d’évolution : cet écart se divise par le pourcentage de départ"
        ),
        Story::Shifted { taken, expected } => format!(
            "Le calcul est le bon, mais avec les chiffres de « {taken} ». La question porte sur « {expected} »"
        ),
        Story::OtherCell { taken, expected } => format!(
            "L’élève a relevé {taken} au lieu de {expected} : la ligne et la colonne se suivent du doigt"
        ),
        Story::SimpleMean { count } => format!(
            "L’élève a fait la moyenne simple des {count} valeurs, comme si elles pesaient autant. Chacune se multiplie par son poids (son effectif, ou sa part), puis la somme se divise par le total des poids"
        ),
        Story::MeanOfRates { count } => format!(
            "L’élève a fait la moyenne de {count} taux qui ne portent pas sur les mêmes effectifs. On additionne d’un côté les numérateurs, de l’autre les dénominateurs, et l’on ne divise qu’à la fin"
        ),
        Story::LeftOut { term } => format!(
            "L’élève a laissé {term} hors du total. La base compte tout l’effectif, même ce qui n’apparaît pas au numérateur"
        ),
        Story::OnlyCompared { one, other } => format!(
            "L’élève a divisé par la somme de {one} et de {other} seulement. La base compte tout l’effectif, même ce qui n’apparaît pas au numérateur"
        ),
        Story::ByTheCount { count } => format!(
            "L’élève a divisé par {count}, le nombre de valeurs. Une moyenne pondérée se divise par l’effectif total"
        ),
        Story::Swapped { done, expected, left, right } => swapped(*done, *expected, left, right),
        Story::ForgottenTerm { term } => {
            format!("Il manque un élément au calcul : {term} n’y est pas")
        }
        Story::ForgottenFactor { factor } => {
            format!("Il manque une étape : {factor} n’entre pas dans le calcul")
        }
        Story::ForgottenDivisor { divisor } => {
            format!("Le calcul s’arrête avant la division : il reste à diviser ce nombre par {divisor}")
        }
        Story::Whole { up_expected: true } => "L’élève a arrondi à l’entier inférieur. Ici, ce qui est entamé compte en entier : on arrondit à l’entier supérieur".into(),
        Story::Whole { up_expected: false } => "L’élève a arrondi à l’entier supérieur. Ici, seul ce qui est complet compte : on arrondit à l’entier inférieur".into(),
        Story::Unrounded { up_expected: true } => "Le calcul est bon, il reste à arrondir : ce qui est entamé compte en entier".into(),
        Story::Unrounded { up_expected: false } => "Le calcul est bon, il reste à arrondir : seul ce qui est complet compte".into(),
        Story::DecimalsAsMinutes => "L’élève a lu les décimales comme des minutes. Une demi-heure s’écrit 0,5 h et dure 30 min : la partie décimale se multiplie par 60 pour obtenir les minutes".into(),
        Story::MinutesAsDecimals => "L’élève a écrit les minutes derrière la virgule. Une demi-heure dure 30 min et s’écrit 0,5 h : les minutes se divisent par 60 pour obtenir la partie décimale".into(),
        Story::DecimalsAsSeconds => "L’élève a lu les décimales comme des secondes. Une demi-minute s’écrit 0,5 min et dure 30 s : la partie décimale se multiplie par 60 pour obtenir les secondes".into(),
        Story::SecondsAsDecimals => "L’élève a écrit les secondes derrière la virgule. Une demi-minute dure 30 s et s’écrit 0,5 min : les secondes se divisent par 60 pour obtenir la partie décimale".into(),
        Story::EarlyRounding => "L’élève a arrondi un résultat intermédiaire. On garde tous les chiffres de la calculatrice et l’on n’arrondit qu’à la fin".into(),
        Story::SwappedDigits => "Deux chiffres ont été inversés en recopiant : un coup d’œil à la calculatrice et au document suffit à le voir".into(),
        Story::OtherUnit { taken, expected } => format!(
            "Le nombre est compté en {} : la question l’attend en {}, il restait à convertir",
            unit_words(*taken),
            unit_words(*expected)
        ),
        Story::OtherDivisor { taken, expected } => format!(
            "L’élève a divisé par {taken}, et non par {expected} : on compte sur combien de périodes ou de valeurs la question répartit ce total"
        ),
        Story::PercentageUndone { multiplier, percent } => format!(
            "L’élève a appliqué {percent} au montant final. Ce pourcentage porte sur le montant de départ, que l’on retrouve en divisant par {multiplier}"
        ),
        Story::PartForWhole { multiplier, part } => format!(
            "L’élève a multiplié par {part} au lieu de {multiplier} : c’est la variation seule, pas le montant une fois qu’elle est appliquée"
        ),
        Story::Precedence { first, expected } => format!(
            "L’élève a fait {} avant {} : ici, {} passe d’abord",
            noun(*first),
            noun(*expected),
            noun(*expected)
        ),
        Story::AddedRates => "L’élève a additionné des évolutions successives. Elles ne portent pas sur la même base : on compare directement la dernière valeur à la première".into(),
    }
}

fn noun(op: Op) -> &'static str {
    match op {
        Op::Add => "l’addition",
        Op::Subtract => "la soustraction",
        Op::Multiply => "la multiplication",
        Op::Divide => "la division",
    }
}

fn swapped(done: Op, expected: Op, left: &Mention, right: &Mention) -> String {
    let made = match done {
        Op::Add => format!("L’élève a additionné {left} et {right}"),
        Op::Subtract => format!("L’élève a soustrait {right} de {left}"),
        Op::Multiply => format!("L’élève a multiplié {left} par {right}"),
        Op::Divide => format!("L’élève a divisé {left} par {right}"),
    };
    let remedy = match (done, expected) {
        (Op::Subtract, Op::Divide) => {
            "c’est un rapport qui est demandé, il s’obtient par une division et non par un écart"
        }
        (_, Op::Add) => "ici, les deux s’ajoutent",
        (_, Op::Subtract) => "ici, le second se retranche du premier",
        (_, Op::Multiply) => "ici, les deux se multiplient",
        (_, Op::Divide) => "ici, le premier se divise par le second",
    };
    format!("{made} : {remedy}")
}
