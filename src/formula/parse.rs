//! From the text of a formula to its tree, by operator precedence, with every name resolved.
//!
//! Length, depth and size are bounded, so a hostile file can neither slow the loader nor
//! exhaust the stack.

use std::ops::Range;

use super::functions::{self, Entry};
use super::lex::{self, Kind, Token};
use super::{FormulaError, Name, Names};
use crate::model::{Expr, Formula, Function, Node, Op, Operand};

/// Longest formula, in bytes.
pub const MAX_LENGTH: usize = 1_000;
/// Deepest nesting of parentheses, calls and signs.
pub const MAX_DEPTH: usize = 32;
/// Most nodes of a tree.
pub const MAX_NODES: usize = 200;

/// Reads a formula; every name is resolved by `names`.
pub fn parse(source: &str, names: &dyn Names) -> Result<Formula, FormulaError> {
    if source.len() > MAX_LENGTH {
        return Err(FormulaError::new(0..source.len(), "cette formule est trop longue")
            .help("découpez le calcul en plusieurs étapes"));
    }
    let tokens = lex::tokens(source)?;
    let mut parser = Parser { tokens, at: 0, depth: 0, nodes: 0, names };
    let expr = parser.expression(0)?;
    parser.finish()?;
    Ok(Formula { source: source.to_string(), expr })
}

pub(super) struct Parser<'a> {
    pub(super) tokens: Vec<Token>,
    pub(super) at: usize,
    depth: usize,
    nodes: usize,
    names: &'a dyn Names,
}

/// Binding power of an operator: products bind tighter than sums.
fn operator(kind: &Kind) -> Option<(Op, u8)> {
    match kind {
        Kind::Plus => Some((Op::Add, 1)),
        Kind::Minus => Some((Op::Subtract, 1)),
        Kind::Times => Some((Op::Multiply, 2)),
        Kind::Divide | Kind::Colon => Some((Op::Divide, 2)),
        _ => None,
    }
}

impl Parser<'_> {
    /// The list ends with [`Kind::End`], which is never consumed.
    pub(super) fn peek(&self) -> &Token {
        &self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    pub(super) fn advance(&mut self) -> Token {
        let token = self.peek().clone();
        self.at += 1;
        token
    }

    pub(super) fn eat(&mut self, kind: &Kind) -> bool {
        let found = self.peek().kind == *kind;
        if found {
            self.at += 1;
        }
        found
    }

    pub(super) fn node(&mut self, node: Node, span: Range<usize>) -> Result<Expr, FormulaError> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(FormulaError::new(span, "cette formule compte trop d’opérations")
                .help("découpez le calcul en plusieurs étapes"));
        }
        Ok(Expr { node, span })
    }

    pub(super) fn expression(&mut self, least: u8) -> Result<Expr, FormulaError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let span = self.peek().span.clone();
            return Err(FormulaError::new(span, "trop de parenthèses l’une dans l’autre")
                .help("découpez le calcul en plusieurs étapes"));
        }
        let mut left = self.primary()?;
        while let Some((op, power)) = operator(&self.peek().kind).filter(|(_, p)| *p > least) {
            self.advance();
            let right = self.expression(power)?;
            let span = left.span.start..right.span.end;
            left = self.node(Node::Binary(op, Box::new(left), Box::new(right)), span)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    fn primary(&mut self) -> Result<Expr, FormulaError> {
        let token = self.advance();
        match token.kind {
            Kind::Number(literal) => self.node(Node::Literal(literal), token.span),
            Kind::Name(name) => self.named(&name, token.span, false),
            Kind::Function(name) => self.call(&name, token.span),
            Kind::Open => self.parenthesis(token.span),
            Kind::Plus => self.expression(2),
            Kind::Minus => {
                let inner = self.expression(2)?;
                let span = token.span.start..inner.span.end;
                self.node(Node::Negate(Box::new(inner)), span)
            }
            kind => Err(self.missing(&kind, token.span)),
        }
    }

    fn parenthesis(&mut self, open: Range<usize>) -> Result<Expr, FormulaError> {
        let inner = self.expression(0)?;
        if !self.eat(&Kind::Close) {
            return Err(self.unclosed(open));
        }
        Ok(inner)
    }

    pub(super) fn unclosed(&self, open: Range<usize>) -> FormulaError {
        match self.peek().kind {
            Kind::End => FormulaError::new(open, "cette parenthèse n’est pas fermée")
                .help("ajoutez «\u{a0})\u{a0}»"),
            _ => self.no_operator(),
        }
    }

    fn missing(&self, kind: &Kind, span: Range<usize>) -> FormulaError {
        let message = match kind {
            Kind::End if self.at <= 1 => "la formule est vide",
            Kind::End => "il manque un nombre ou un nom à la fin de la formule",
            Kind::Close => "il manque un nombre ou un nom avant cette parenthèse",
            Kind::Quoted(_) => "un texte entre guillemets ne s’emploie que dans etape(\"…\")",
            _ => "il manque un nombre ou un nom avant ce signe",
        };
        FormulaError::new(span, message)
    }

    fn no_operator(&self) -> FormulaError {
        let token = self.peek();
        let message = match token.kind {
            Kind::Comma => "ce séparateur n’est pas attendu ici",
            Kind::AtLeast | Kind::MoreThan | Kind::AtMost | Kind::LessThan => {
                "une comparaison ne s’emploie que dans bareme(…)"
            }
            _ => "il manque une opération avant ceci",
        };
        FormulaError::new(token.span.clone(), message)
    }

    fn finish(&self) -> Result<(), FormulaError> {
        let token = self.peek();
        match token.kind {
            Kind::End => Ok(()),
            Kind::Close => Err(FormulaError::new(
                token.span.clone(),
                "cette parenthèse est fermée sans avoir été ouverte",
            )),
            _ => Err(self.no_operator()),
        }
    }

    fn named(
        &mut self,
        name: &Name,
        span: Range<usize>,
        series: bool,
    ) -> Result<Expr, FormulaError> {
        let operand = self
            .names
            .resolve(name, series)
            .map_err(|error| self.unknown(name, span.clone(), error))?;
        if !series && matches!(operand, Operand::Cells(_) | Operand::Items(_)) {
            return Err(FormulaError::new(
                span,
                format!("«\u{a0}{}\u{a0}» désigne plusieurs chiffres à la fois", name.name),
            )
            .help("choisissez-en un entre crochets, ou prenez-en la somme ou la moyenne"));
        }
        self.node(Node::Operand(operand), span)
    }

    /// The resolver's error, unless the name is a subtraction written without blanks.
    fn unknown(&self, name: &Name, span: Range<usize>, error: super::NameError) -> FormulaError {
        let known = |part: &str| {
            let part = Name { name: part.to_string(), ..Name::default() };
            !part.name.is_empty()
                && (part.name.bytes().all(|b| b.is_ascii_digit())
                    || self.names.resolve(&part, false).is_ok())
        };
        let split = name.name.match_indices('-').find_map(|(at, _)| {
            let (left, right) = (&name.name[..at], &name.name[at + 1..]);
            let right_known = name.selector.is_some() || known(right);
            (known(left) && right_known).then_some((left, right))
        });
        let mut result = FormulaError { span, message: error.message, help: error.help };
        if let Some((left, right)) = split {
            result.help = Some(format!(
                "mettez des espaces autour du signe moins\u{a0}: «\u{a0}{left} - {right}\u{a0}»"
            ));
        }
        result
    }

    fn call(&mut self, name: &str, span: Range<usize>) -> Result<Expr, FormulaError> {
        let open = self.advance().span;
        match functions::fold(name).as_str() {
            "bareme" => return self.lookup(span, open),
            "etape" => return self.step(span.start, false),
            _ => {}
        }
        let Some(entry) = functions::find(name) else {
            let error =
                FormulaError::new(span, format!("la fonction «\u{a0}{name}\u{a0}» n’existe pas"));
            return Err(match functions::nearest(name) {
                Some(known) => {
                    error.help(format!("vouliez-vous dire «\u{a0}{known}\u{a0}»\u{a0}?"))
                }
                None => error.help(format!("fonctions connues\u{a0}: {}", known_functions())),
            });
        };
        let mut arguments = Vec::new();
        if !self.eat(&Kind::Close) {
            loop {
                arguments.push(self.argument(entry.series)?);
                if self.eat(&Kind::Close) {
                    break;
                }
                if !self.eat(&Kind::Comma) {
                    return Err(self.unclosed(open));
                }
            }
        }
        let span = span.start..self.tokens[self.at - 1].span.end;
        check_arguments(entry, &arguments, &span)?;
        self.node(Node::Call(entry.function, arguments), span)
    }

    /// An argument; a name alone may stand for a whole series.
    fn argument(&mut self, series: bool) -> Result<Expr, FormulaError> {
        let alone = |token: Option<&Token>| {
            token.is_some_and(|t| matches!(t.kind, Kind::Comma | Kind::Close))
        };
        if series
            && let Kind::Name(name) = self.peek().kind.clone()
            && alone(self.tokens.get(self.at + 1))
        {
            let span = self.advance().span;
            return self.named(&name, span, true);
        }
        self.expression(0)
    }

    /// `etape("2.3/heures")`, after its opening parenthesis.
    fn step(&mut self, start: usize, series: bool) -> Result<Expr, FormulaError> {
        let token = self.advance();
        let usage = "écrivez par exemple «\u{a0}etape(\"2.3/heures\")\u{a0}»\u{a0}: la question, une barre, l’étape";
        let Kind::Quoted(path) = &token.kind else {
            return Err(
                FormulaError::new(token.span, "etape attend un nom entre guillemets").help(usage)
            );
        };
        let Some((question, item)) = path.split_once('/') else {
            return Err(
                FormulaError::new(token.span, "il manque la question ou l’étape").help(usage)
            );
        };
        if !self.eat(&Kind::Close) {
            return Err(
                FormulaError::new(self.peek().span.clone(), "etape ne prend qu’un nom").help(usage)
            );
        }
        let name = Name {
            question: Some(question.trim().to_string()),
            name: item.trim().to_string(),
            ..Name::default()
        };
        let end = self.tokens[self.at - 1].span.end;
        self.named(&name, start..end, series)
    }
}

fn known_functions() -> String {
    let names: Vec<_> = functions::FUNCTIONS
        .iter()
        .map(|e| e.name)
        .chain(functions::SPECIAL.iter().copied())
        .collect();
    names.join(", ")
}

fn check_arguments(
    entry: &Entry,
    arguments: &[Expr],
    span: &Range<usize>,
) -> Result<(), FormulaError> {
    let count = arguments.len();
    let usage = format!("écrivez «\u{a0}{}\u{a0}»", entry.usage);
    if !entry.arguments.contains(&count) {
        let (low, high) = (*entry.arguments.start(), *entry.arguments.end());
        let expected = if low == high {
            format!("{low} valeur{}", if low > 1 { "s" } else { "" })
        } else if count < low {
            format!("au moins {low} valeur{}", if low > 1 { "s" } else { "" })
        } else {
            format!("au plus {high} valeurs")
        };
        return Err(FormulaError::new(
            span.clone(),
            format!("«\u{a0}{}\u{a0}» attend {expected}, pas {count}", entry.name),
        )
        .help(usage));
    }
    if let (Function::Round, Some(places)) = (entry.function, arguments.get(1)) {
        let whole = matches!(&places.node, Node::Literal(l)
            if l.unit.is_none() && l.decimals == 0 && l.value <= rust_decimal::Decimal::TEN);
        if !whole {
            return Err(FormulaError::new(
                places.span.clone(),
                "le nombre de décimales est un entier de 0 à 10",
            )
            .help(usage));
        }
    }
    Ok(())
}
