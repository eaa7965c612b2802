//! Random customers, goals and needs, and what serves them.

use milepost_plan::{
    Aspect, CustomerEdit, CustomerId, CustomerKind, Fulfilment, GoalId, Importance, ItemEdit, NeedEdit,
    NeedId, NewCustomer, NewGoal, NewNeed, Operation, Roadmap, ViewSettings,
};
use milepost_testkit::id;
use proptest::prelude::*;

use super::{Desk, on, title, views};

/// What somebody tries to do with needs and with what they are sorted by.
#[derive(Debug, Clone)]
pub enum NeedTry {
    AddCustomer { name: String },
    RenameCustomer { customer: usize, name: String },
    DeleteCustomer { customer: usize },
    AddGoal { title: String },
    ServeGoal { item: usize, goal: usize, serves: bool },
    AddNeed { statement: String, wanted_by: Option<i32> },
    State { need: usize, statement: String },
    Want { need: usize, day: Option<i32> },
    Matter { need: usize, customer: usize, importance: Option<usize> },
    Serve { item: usize, need: usize, fulfilment: Option<bool> },
    DeleteNeed { need: usize },
}

pub fn need_tries() -> impl Strategy<Value = NeedTry> {
    use NeedTry as T;
    let at = 0_usize..1_000;
    let wanted = || prop::option::of(0..500_i32);
    prop_oneof![
        1 => title().prop_map(|name| T::AddCustomer { name }),
        1 => (at.clone(), title()).prop_map(|(customer, name)| T::RenameCustomer { customer, name }),
        1 => at.clone().prop_map(|customer| T::DeleteCustomer { customer }),
        1 => title().prop_map(|title| T::AddGoal { title }),
        2 => (at.clone(), at.clone(), any::<bool>())
            .prop_map(|(item, goal, serves)| T::ServeGoal { item, goal, serves }),
        4 => (title(), wanted()).prop_map(|(statement, wanted_by)| T::AddNeed { statement, wanted_by }),
        1 => (at.clone(), title()).prop_map(|(need, statement)| T::State { need, statement }),
        2 => (at.clone(), wanted()).prop_map(|(need, day)| T::Want { need, day }),
        4 => (at.clone(), at.clone(), prop::option::weighted(0.8, 0..4_usize))
            .prop_map(|(need, customer, importance)| T::Matter { need, customer, importance }),
        8 => (at.clone(), at.clone(), prop::option::weighted(0.8, any::<bool>()))
            .prop_map(|(item, need, fulfilment)| T::Serve { item, need, fulfilment }),
        1 => at.prop_map(|need| T::DeleteNeed { need }),
    ]
}

impl Desk {
    /// The operation that a try amounts to; none if the plan has no such row.
    pub(super) fn need_operation(&mut self, wanted: NeedTry) -> Option<Operation> {
        Some(match wanted {
            NeedTry::AddCustomer { name } => Operation::AddCustomer {
                customer: NewCustomer {
                    id: self.next_id(),
                    name,
                    kind: CustomerKind::Segment,
                    size: 5,
                    unit: String::new(),
                    note: String::new(),
                },
            },
            NeedTry::RenameCustomer { customer, name } => {
                Operation::EditCustomer { id: self.customer(customer)?, edit: CustomerEdit::Name(name) }
            }
            NeedTry::DeleteCustomer { customer } => {
                Operation::DeleteCustomer { id: self.customer(customer)? }
            }
            NeedTry::AddGoal { title } => Operation::AddGoal {
                goal: NewGoal {
                    id: self.next_id(),
                    title,
                    measure: String::new(),
                    target: String::new(),
                    by: None,
                },
            },
            NeedTry::ServeGoal { item, goal, serves } => {
                self.edit_item(item, ItemEdit::Goal { goal: self.goal(goal)?, serves })?
            }
            NeedTry::AddNeed { statement, wanted_by } => {
                let need = NewNeed::new(self.next_id(), statement);
                Operation::AddNeed { need: NewNeed { wanted_by: wanted_by.map(on), ..need } }
            }
            NeedTry::State { need, statement } => self.edit_need(need, NeedEdit::Statement(statement))?,
            NeedTry::Want { need, day } => self.edit_need(need, NeedEdit::WantedBy(day.map(on)))?,
            NeedTry::Matter { need, customer, importance } => {
                let importance = importance.map(|at| Importance::ALL[at]);
                let customer = self.customer(customer)?;
                self.edit_need(need, NeedEdit::Importance { customer, importance })?
            }
            NeedTry::Serve { item, need, fulfilment } => {
                let fulfilment =
                    fulfilment.map(|fully| if fully { Fulfilment::Fully } else { Fulfilment::Partly });
                self.edit_item(item, ItemEdit::Need { need: self.need(need)?, fulfilment })?
            }
            NeedTry::DeleteNeed { need } => Operation::DeleteNeeds { ids: vec![self.need(need)?] },
        })
    }

    fn edit_item(&self, item: usize, edit: ItemEdit) -> Option<Operation> {
        Some(Operation::EditItems { ids: vec![self.item(item)?], edit })
    }

    fn edit_need(&self, need: usize, edit: NeedEdit) -> Option<Operation> {
        Some(Operation::EditNeeds { ids: vec![self.need(need)?], edit })
    }

    fn customer(&self, place: usize) -> Option<CustomerId> {
        let place = place.checked_rem(self.plan.customers().len())?;
        self.plan.customers().iter().nth(place).map(|row| row.id)
    }

    fn goal(&self, place: usize) -> Option<GoalId> {
        let place = place.checked_rem(self.plan.goals().len())?;
        self.plan.goals().iter().nth(place).map(|row| row.id)
    }

    fn need(&self, place: usize) -> Option<NeedId> {
        let place = place.checked_rem(self.plan.needs().len())?;
        self.plan.needs().iter().nth(place).map(|row| row.id)
    }
}

/// Ways to look at needs.
#[allow(dead_code, reason = "not every suite looks at needs")]
pub fn need_views() -> impl Strategy<Value = ViewSettings> {
    let aspects = [Aspect::Customer, Aspect::Importance, Aspect::Theme, Aspect::Goal, Aspect::Owner];
    let lanes = prop::option::weighted(0.9, prop::sample::select(aspects.to_vec()));
    let customers = prop::option::weighted(0.2, 1..20_u32);
    (views(), lanes, customers).prop_map(|(view, lanes_by, customer)| {
        let mut view = ViewSettings { roadmap: Roadmap::Needs, lanes_by, ..view };
        view.filter.customers.extend(customer.map(|number| id::<CustomerId>(100 * number)));
        view
    })
}

/// Ways to look at any roadmap.
#[allow(dead_code, reason = "not every suite looks at needs")]
pub fn any_views() -> impl Strategy<Value = ViewSettings> {
    prop_oneof![1 => views(), 1 => need_views(), 1 => super::money_views()]
}
