//! The plan's currency: another one, with all amounts converted.

use super::called;
use crate::budget::{
    Actual, Amount, BudgetLine, Certainty, Cost, ExchangeRate, Money, Rate, digits_of, minor_digits,
};
use crate::draft::Draft;
use crate::rules;
use crate::settings::PlanSettings;
use crate::violation::RuleViolation;

/// Refuses another currency while there are amounts in the old one, and any that ISO 4217 does not know.
pub(in super::super) fn may_change(draft: &Draft<'_>, to: &str) -> Result<(), RuleViolation> {
    let from = &draft.settings().currency;
    if from == to {
        return Ok(());
    }
    known(to)?;
    let has_amounts = draft.all::<Cost>().next().is_some()
        || draft.all::<Actual>().next().is_some()
        || draft.all::<Rate>().next().is_some()
        || draft.all::<BudgetLine>().any(|line| line.cap.is_some());
    if has_amounts {
        return Err(RuleViolation::RateNeeded { from: from.clone(), to: to.to_owned() });
    }
    Ok(())
}

/// Changes the currency and converts every amount. Refused if the plan has that currency.
pub(in super::super) fn convert(
    draft: &mut Draft<'_>,
    currency: &str,
    rate: ExchangeRate,
) -> Result<(), RuleViolation> {
    let to = known(currency)?;
    if rate.0 == 0 {
        return Err(RuleViolation::RateOfNothing);
    }
    let from = &draft.settings().currency;
    // One that is asked for twice must not take the amounts by the rate twice.
    if from == currency {
        return Err(RuleViolation::SameCurrency { currency: from.clone() });
    }
    let from = digits_of(from);
    let converted = |amount: Money| rate.convert(amount, from, to);
    let too_large = |of: String| RuleViolation::ConvertedTooLarge { of };
    let lines: Vec<BudgetLine> = draft.all::<BudgetLine>().cloned().collect();
    for mut line in lines {
        if let Some(cap) = &mut line.cap {
            let of_line = || too_large(format!("the cap of “{}”", line.name));
            cap.amount = converted(cap.amount).ok_or_else(of_line)?;
            draft.put(line);
        }
    }
    let costs: Vec<Cost> = draft.all::<Cost>().cloned().collect();
    for mut cost in costs {
        convert_cost(&mut cost, converted).ok_or_else(|| too_large(called::cost(draft, &cost)))?;
        draft.put(cost);
    }
    let actuals: Vec<Actual> = draft.all::<Actual>().cloned().collect();
    for mut actual in actuals {
        let amount = converted(actual.amount);
        actual.amount = amount.ok_or_else(|| too_large(called::actual(draft, &actual)))?;
        draft.put(actual);
    }
    let rates: Vec<Rate> = draft.all::<Rate>().cloned().collect();
    for mut rate in rates {
        let of_rate = || too_large(format!("the rate “{}”", rate.role));
        rate.per_day = converted(rate.per_day).ok_or_else(of_rate)?;
        draft.put(rate);
    }
    // Effort is converted by its rate.
    for cost in draft.all::<Cost>() {
        rules::cost(draft, cost).map_err(|_| too_large(called::cost(draft, cost)))?;
    }
    draft.set_settings(PlanSettings { currency: currency.to_owned(), ..draft.settings().clone() });
    Ok(())
}

/// Converts what a cost has of its own; none if it is too large then.
fn convert_cost(cost: &mut Cost, converted: impl Fn(Money) -> Option<Money>) -> Option<()> {
    if let Amount::Money { amount } = &mut cost.amount {
        *amount = converted(*amount)?;
    }
    if let Certainty::Estimated { low, high } = &mut cost.certainty {
        (*low, *high) = (converted(*low)?, converted(*high)?);
    }
    Some(())
}

fn known(code: &str) -> Result<u8, RuleViolation> {
    let unknown = || RuleViolation::UnknownCurrency { code: code.chars().take(20).collect() };
    minor_digits(code).ok_or_else(unknown)
}
