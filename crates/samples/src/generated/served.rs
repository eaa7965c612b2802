//! Made-up customers, needs and goals, and which features serve them.

use milepost_plan::{
    CustomerId, CustomerKind, Fulfilment, GoalId, Importance, ItemNeed, NeedCustomer, NeedId, NewCustomer,
    NewGoal, NewItem, NewNeed, Operation,
};

use super::{LENGTH_DAYS, first_day};
use crate::build::ids;
use crate::random::Random;
use crate::titles;

/// Departments, each of them in several places.
const DEPARTMENTS: [&str; 20] = [
    "Finance",
    "Retail",
    "Logistics",
    "Customer service",
    "Marketing",
    "Internal audit",
    "Purchasing",
    "Human resources",
    "Legal",
    "Warehouse",
    "Repairs",
    "Field service",
    "Key accounts",
    "Payroll",
    "Quality assurance",
    "Planning",
    "Returns",
    "Order system",
    "Night shift",
    "Board",
];

const PLACES: [&str; 25] = [
    "Leeds", "Cork", "Lyon", "Łódź", "Porto", "Malmö", "İzmir", "Accra", "Lagos", "Nairobi", "Pune",
    "Chennai", "Osaka", "Busan", "Hanoi", "Manila", "Perth", "Auckland", "Lima", "Bogotá", "Recife",
    "Toronto", "Austin", "Zürich", "Tallinn",
];

const GOALS: [&str; 8] = [
    "Fewer tickets",
    "Faster month end",
    "No surprises on Mondays",
    "One figure, one answer",
    "Every store on the phone",
    "Half the cost of a report",
    "Nothing released at night",
    "New colleagues on their own after a day",
];

/// As many customers as that, each under a name of its own.
pub(super) fn customers(random: &mut Random, count: usize, salt: u32) -> Vec<NewCustomer> {
    let customer = |(id, number): (CustomerId, usize)| {
        let (department, place) = (number % DEPARTMENTS.len(), number / DEPARTMENTS.len());
        let mut name = format!("{}, {}", DEPARTMENTS[department], PLACES[place % PLACES.len()]);
        if place >= PLACES.len() {
            name = format!("{name} {}", place / PLACES.len() + 1);
        }
        let kind = CustomerKind::ALL[random.below(CustomerKind::ALL.len())];
        let unit = if kind == CustomerKind::System { "requests a day" } else { "people" }.to_owned();
        // Many are small, few are large.
        let largest = 10 << random.below(9);
        let size = u32::try_from(1 + random.below(largest)).unwrap_or(1);
        NewCustomer { id, name, kind, size, unit, note: String::new() }
    };
    ids(7, salt).zip(0..count).map(customer).collect()
}

/// A goal for every hundred needs, up to eight.
pub(super) fn goals(needs: usize, salt: u32) -> Vec<NewGoal> {
    let goal = |(title, id): (&str, GoalId)| {
        let (measure, target) = (String::new(), String::new());
        NewGoal { id, title: title.to_owned(), measure, target, by: None }
    };
    GOALS.into_iter().zip(ids(8, salt)).map(goal).take(needs.div_ceil(100)).collect()
}

/// As many needs as that, each of one to six customers, if there are so many.
pub(super) fn needs(random: &mut Random, count: usize, customers: &[NewCustomer], salt: u32) -> Vec<NewNeed> {
    let need = |id: NeedId| {
        let mut need = NewNeed::new(id, titles::wish(random));
        if !customers.is_empty() {
            for _ in 0..=random.below(6) {
                // Customers are not equally outspoken: the lesser of two draws.
                let which = random.below(customers.len()).min(random.below(customers.len()));
                let importance = importance(random);
                need.customers.push(NeedCustomer { customer: customers[which].id, importance });
            }
        }
        if random.happens(60) {
            need.wanted_by = Some(first_day().plus(random.days(365, LENGTH_DAYS - 1)));
        }
        need
    };
    ids(9, salt).take(count).map(need).collect()
}

fn importance(random: &mut Random) -> Importance {
    match random.below(10) {
        0 => Importance::Critical,
        1..=3 => Importance::High,
        4..=7 => Importance::Medium,
        _ => Importance::Low,
    }
}

/// Lets features serve needs, one to four features that follow one another in time for each need but every seventh or
/// so, and lets most features serve a goal.
pub(super) fn serve(random: &mut Random, items: &mut [NewItem], needs: &[NewNeed], goals: &[NewGoal]) {
    if items.is_empty() {
        return;
    }
    let mut in_time: Vec<usize> = (0..items.len()).collect();
    in_time.sort_by_key(|place| (items[*place].schedule.span().map(|span| span.first), *place));
    for need in needs {
        if random.happens(15) {
            continue;
        }
        let mut place = random.below(in_time.len());
        for nth in 0..=random.below(4) {
            let is_full = nth == 0 && random.happens(80);
            let fulfilment = if is_full { Fulfilment::Fully } else { Fulfilment::Partly };
            items[in_time[place % in_time.len()]].needs.push(ItemNeed { need: need.id, fulfilment });
            place += 1 + random.below(12);
        }
    }
    for item in items {
        if !goals.is_empty() && random.happens(70) {
            item.goals.push(goals[random.below(goals.len())].id);
        }
    }
}

/// What adds all of them, customers first.
pub(super) fn added(
    customers: Vec<NewCustomer>,
    needs: Vec<NewNeed>,
    goals: Vec<NewGoal>,
) -> impl Iterator<Item = Operation> {
    let customers = customers.into_iter().map(|customer| Operation::AddCustomer { customer });
    let needs = needs.into_iter().map(|need| Operation::AddNeed { need });
    customers.chain(needs).chain(goals.into_iter().map(|goal| Operation::AddGoal { goal }))
}
