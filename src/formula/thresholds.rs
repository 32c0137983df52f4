//! Reading `bareme(x, >= 15: 0, > 10: 3, sinon: 5)`, a lookup by thresholds.

use std::ops::Range;

use super::FormulaError;
use super::lex::Kind;
use super::parse::Parser;
use crate::model::{Band, Bound, Expr, Literal, Node};

impl Parser<'_> {
    /// `bareme(x, >= 15: 0, > 10: 3, sinon: 5)`, after its opening parenthesis.
    pub(super) fn lookup(
        &mut self,
        span: Range<usize>,
        open: Range<usize>,
    ) -> Result<Expr, FormulaError> {
        let subject = Box::new(self.expression(0)?);
        let mut bands = Vec::new();
        loop {
            if !self.eat(&Kind::Comma) {
                return Err(match self.peek().kind {
                    Kind::Close => FormulaError::new(
                        self.peek().span.clone(),
                        "ce barème n’a pas de cas «\u{a0}sinon\u{a0}»",
                    )
                    .help("terminez par «\u{a0}sinon: …\u{a0}»"),
                    _ => self.unclosed(open),
                });
            }
            if self.otherwise() {
                break;
            }
            bands.push(self.band()?);
        }
        let otherwise = Box::new(self.expression(0)?);
        if !self.eat(&Kind::Close) {
            return Err(self.unclosed(open));
        }
        let span = span.start..self.tokens[self.at - 1].span.end;
        self.node(Node::Lookup { subject, bands, otherwise }, span)
    }

    /// Eats `sinon:` where it stands.
    fn otherwise(&mut self) -> bool {
        let word = matches!(&self.peek().kind, Kind::Name(n) if n.name == "sinon");
        let colon = self.tokens.get(self.at + 1).is_some_and(|t| t.kind == Kind::Colon);
        if word && colon {
            self.at += 2;
        }
        word && colon
    }

    /// `> 10 et < 15: 3`.
    fn band(&mut self) -> Result<Band, FormulaError> {
        let (mut low, mut high) = (None, None);
        loop {
            self.bound(&mut low, &mut high)?;
            let and = matches!(&self.peek().kind, Kind::Name(n) if n.name == "et");
            if !and {
                break;
            }
            self.advance();
        }
        if !self.eat(&Kind::Colon) {
            return Err(FormulaError::new(
                self.peek().span.clone(),
                "il manque «\u{a0}:\u{a0}» après la condition",
            )
            .help("écrivez par exemple «\u{a0}>= 15: 0\u{a0}»"));
        }
        Ok(Band { low, high, value: self.expression(0)? })
    }

    fn bound(
        &mut self,
        low: &mut Option<Bound>,
        high: &mut Option<Bound>,
    ) -> Result<(), FormulaError> {
        let sign = self.advance();
        let (side, inclusive) = match sign.kind {
            Kind::AtLeast => (low, true),
            Kind::MoreThan => (low, false),
            Kind::AtMost => (high, true),
            Kind::LessThan => (high, false),
            _ => {
                return Err(FormulaError::new(sign.span, "il faut une condition")
                    .help("par exemple «\u{a0}>= 15: 0\u{a0}», «\u{a0}> 10 et < 15: 3\u{a0}» ou «\u{a0}sinon: 5\u{a0}»"));
            }
        };
        if side.is_some() {
            return Err(FormulaError::new(sign.span, "cette condition a deux bornes du même côté"));
        }
        *side = Some(Bound { value: self.signed_literal()?, inclusive });
        Ok(())
    }

    fn signed_literal(&mut self) -> Result<Literal, FormulaError> {
        let negative = self.eat(&Kind::Minus);
        let token = self.advance();
        match token.kind {
            Kind::Number(literal) if negative => Ok(Literal { value: -literal.value, ..literal }),
            Kind::Number(literal) => Ok(literal),
            _ => Err(FormulaError::new(token.span, "une borne est un nombre")),
        }
    }
}
